import { expect, test } from '@jest/globals';
import { parseSweepConfig } from '../../src/config/index.ts';
import { recordedConfig } from '../../src/record/recorded-config.ts';
import { sweepText } from '../config/sweep-text.ts';

const config = parseSweepConfig(sweepText());

test('a resolved sweep file is read back as it was', () => {
  expect(recordedConfig(JSON.stringify(config), 'r1')).toEqual(config);
});

test.each([
  ['cut', JSON.stringify(config).slice(0, 40)],
  ['empty', ''],
  ['another key', JSON.stringify({ ...config, colour: 'red' })],
])('a damaged one (%s) is a fault of the record, not of the command', (_, text) => {
  expect(() => recordedConfig(text, 'r1')).toThrow(
    expect.objectContaining({
      name: 'DamagedRecordError',
      message: expect.stringMatching(/^\S.* · sweep\.json of run r1.* · the artifact was changed/),
    }),
  );
});
