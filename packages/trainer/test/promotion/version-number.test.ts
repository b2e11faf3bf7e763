import { expect, test } from '@jest/globals';
import { PromotionInputError } from '../../src/promotion/promotion-input-error.ts';
import { versionNumber } from '../../src/promotion/version-number.ts';

test.each(['3', '03', '003'])('%s is version 3', (version) => {
  expect(versionNumber('m', version)).toBe('3');
});

test.each(['latest', 'champion', '', '0', '+3', '3 ', '1e0', '３'])(
  '%j is no version: a history would not say which one it was',
  (version) => {
    const read = (): string => versionNumber('my model', version);
    expect(read).toThrow(PromotionInputError);
    expect(read).toThrow(
      `${JSON.stringify(version)} is no version of my model · command line · give its number, such as 3; \`xgflow models --name 'my model'\` lists them`,
    );
  },
);
