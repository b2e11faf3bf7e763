import { describe, expect, test } from '@jest/globals';
import { XGBoostError } from '../../src/index.ts';
import { call, errorSummary } from '../../src/capi/check.ts';
import { caught } from '../caught.ts';

describe('errorSummary', () => {
  test.each([
    [
      'time, place and stack are left out',
      '[12:00:01] /build/src/data.cc:32: Check failed: a == b (1 vs. 2) : text\nStack trace:\n  [bt] (0) lib.so',
      'Check failed: a == b (1 vs. 2) : text',
    ],
    ['lines are joined', '[12:00:01] x.cc:1: one\n  two\n\nStack trace:\n [bt]', 'one two'],
    ['a text without place is kept', 'Invalid Parameter format', 'Invalid Parameter format'],
  ])('%s', (_, details, summary) => {
    expect(errorSummary(details)).toBe(summary);
  });
});

test('a failed call says which C function failed, in one line, and keeps the whole text', () => {
  const error = caught(() => call('XGBSetGlobalConfig', '{"verbosity": "x"'));
  expect(error).toMatchObject({ name: 'XGBoostError', function: 'XGBSetGlobalConfig' });
  expect(error?.message).toMatch(/^[^\n]+ \(XGBSetGlobalConfig\)$/);
  expect(error?.details).toMatch(/Stack trace/);
  expect(() => call('XGBSetGlobalConfig', '{')).toThrow(XGBoostError);
});
