import { describe, expect, jest, test } from '@jest/globals';
import { Output } from '../../src/output/output.ts';
import { lineProgress } from '../../src/output/progress.ts';
import { KeptStream } from '../support/stream.ts';

function outputs(options: { json?: boolean; columns?: number; env?: Record<string, string> }) {
  const stdout = new KeptStream(options.columns);
  const stderr = new KeptStream(options.columns);
  const { json = false, env = {} } = options;
  return { stdout, stderr, output: new Output({ json, stdout, stderr, env }) };
}
const explanation = { code: 'usage', exitCode: 2, message: 'what · where', hint: 'do' } as const;

describe('Output', () => {
  test('data goes to stdout, all else to stderr', () => {
    const { output, stdout, stderr } = outputs({});
    output.result({ n: 1 }, () => 'one');
    output.note('note');
    output.warn('warning');
    output.error(explanation);
    expect(stdout.text).toBe('one\n');
    expect(stderr.text).toBe('note\n! warning\n✗ what · where · do\n');
  });

  test('with --json stdout is JSON, also for an error; notes and progress are silent', async () => {
    const { output, stdout, stderr } = outputs({ json: true, columns: 80 });
    output.result({ n: 1 }, () => 'one');
    output.note('note');
    output.progress({ label: 'trials', total: 2 }).update(2);
    await output.during('waiting', () => Promise.resolve());
    output.error(explanation);
    expect(stdout.text).toBe(
      '{"n":1}\n{"error":{"code":"usage","message":"what · where","hint":"do"}}\n',
    );
    expect(stderr.text).toBe('');
  });

  test('secrets of the environment are in no stream', () => {
    const env = { MLFLOW_TRACKING_PASSWORD: 'canary-5' };
    const { output, stdout, stderr } = outputs({ env });
    output.result({}, () => 'canary-5');
    output.note('canary-5');
    output.debug(new Error('canary-5'));
    output.error({ ...explanation, message: 'canary-5' });
    expect(stdout.text + stderr.text).not.toContain('canary-5');
  });

  test.each([
    ['no terminal', {}, undefined, false],
    ['a terminal', {}, 80, true],
    ['NO_COLOR', { NO_COLOR: '1' }, 80, false],
    ['TERM=dumb', { TERM: 'dumb' }, 80, false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, undefined, true],
    ['FORCE_COLOR and NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, undefined, false],
  ] as const)('colour with %s', (_, env, columns, coloured) => {
    const { output, stderr } = outputs({ env, ...(columns && { columns }) });
    output.warn('w');
    expect(stderr.text.includes('\u001b[33m')).toBe(coloured);
  });

  test('a bar on a terminal shows count, best so far and time left, and is wiped', () => {
    const { output, stderr } = outputs({ columns: 100 });
    const progress = output.progress({ label: 'trials', total: 4 });
    progress.update(0, 'starting');
    progress.update(4, 'best 0.8123\u001b[2J');
    progress.stop();
    progress.stop();
    expect(stderr.text).toContain('0/4 trials');
    expect(stderr.text).not.toContain('\u001b[2J');
  });

  test('a note takes the line of what is drawn, which comes again below', async () => {
    const { output, stderr } = outputs({ columns: 80 });
    const progress = output.progress({ label: 'trials', total: 4 });
    progress.update(1);
    output.note('during the bar');
    progress.stop();
    output.note('after the bar');
    await output.during('waiting', () => {
      output.warn('during the spinner');
      return Promise.resolve();
    });
    expect(stderr.text).toContain('\r\u001b[Kduring the bar\n');
    expect(stderr.text).toMatch(/(?<!\[K)after the bar\n/u);
    expect(stderr.text).toMatch(/\r\u001b\[K\S+ during the spinner\n/u);
  });

  test('a spinner ends with its work, also when that fails', async () => {
    const { output, stderr } = outputs({ columns: 80 });
    await expect(output.during('waiting', () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(stderr.text).toMatch(/waiting · 0 s.*\r\u001b\[K$/su);
  });
});

test('progress lines are five seconds apart, but the last one always comes', () => {
  let time = 0;
  const write = jest.fn<(line: string) => void>();
  const progress = lineProgress({ label: 'trials', total: 100 }, write, () => time);
  for (const [at, done] of [
    [0, 0],
    [1000, 1],
    [4999, 10],
    [5000, 20],
    [9000, 30],
    [10_000, 50],
    [10_001, 100],
  ] as const) {
    time = at;
    progress.update(done, `best 0.${done}`);
  }
  expect(write.mock.calls.flat()).toEqual([
    '20/100 trials · best 0.20 · 20 s left',
    '50/100 trials · best 0.50 · 10 s left',
    '100/100 trials · best 0.100 · 0 s left',
  ]);
});
