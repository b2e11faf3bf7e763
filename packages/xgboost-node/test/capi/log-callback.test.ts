import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { onLog, train } from '../../src/index.ts';
import type { LogLine } from '../../src/index.ts';
import { parseLogLine } from '../../src/capi/log-callback.ts';
import { denseMatrix } from '../small-model.ts';

describe('parseLogLine', () => {
  test.each([
    ['[18:00:00] WARNING: /src/learner.cc:790: text: more', 'warning', 'text: more'],
    ['[18:00:00] INFO: /src/a.cc:1: text\n', 'info', 'text'],
    ['[18:00:00] DEBUG: /src/a.cc:1: text', 'debug', 'text'],
    ['======== Monitor ========', 'console', '======== Monitor ========'],
  ])('%j', (line, level, message) => {
    expect(parseLogLine(line)).toEqual({ level, message });
  });
});

/** Lines logged while training with a parameter that the booster does not use. */
function logged(verbosity?: number): LogLine[] {
  const lines: LogLine[] = [];
  onLog((line) => lines.push(line));
  using data = denseMatrix();
  train({ nthread: 1, top_k: 3, verbosity }, data, { rounds: 1 }).booster.dispose();
  return lines;
}

describe('log lines', () => {
  afterEach(() => onLog(undefined));

  test('a warning reaches the listener', () => {
    expect(logged()).toEqual([
      { level: 'warning', message: 'Parameters: { "top_k" } are not used.' },
    ]);
  });

  test('verbosity 0 silences one training and not the next', () => {
    expect(logged(0)).toEqual([]);
    expect(logged()).toHaveLength(1);
  });

  test('verbosity 3 makes one training talk and not the next', () => {
    expect(logged(3).length).toBeGreaterThan(1);
    expect(logged()).toHaveLength(1);
  });

  test('a listener that throws does not harm the training', () => {
    onLog(() => {
      throw new Error('listener');
    });
    using data = denseMatrix();
    using result = train({ nthread: 1, top_k: 3 }, data, { rounds: 1 });
    expect(result.rounds).toBe(1);
  });

  test('without a listener a warning becomes a Node warning', () => {
    const emit = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    try {
      using data = denseMatrix();
      train({ nthread: 1, top_k: 3 }, data, { rounds: 1 }).booster.dispose();
      expect(emit.mock.calls).toEqual([
        ['Parameters: { "top_k" } are not used.', 'XGBoostWarning'],
      ]);
    } finally {
      emit.mockRestore();
    }
  });
});
