import { describe, expect, test } from '@jest/globals';
import { createOnce } from '../../src/call/create-once.ts';
import { OutcomeUnknownError } from '../../src/errors/outcome-unknown-error.ts';
import { ServerFaultError } from '../../src/errors/server-fault-error.ts';

/** A server that keeps what it made; each send follows one step of the script. */
function server(
  script: readonly (
    'answers' | 'loses the answer' | 'loses the request' | 'commits late' | 'refuses'
  )[],
) {
  const made: string[] = [];
  let late: string | undefined;
  let sends = 0;
  return {
    made,
    sent: () => sends,
    send: () => {
      const step = script[sends];
      sends += 1;
      const item = `item ${sends}`;
      if (step === 'refuses') return Promise.reject(new Error('refused'));
      if (step === 'commits late') late = item;
      if (step === 'answers' || step === 'loses the answer') made.push(item);
      if (late !== undefined && step === 'answers') made.unshift(late);
      return step === 'answers'
        ? Promise.resolve(item)
        : Promise.reject(new OutcomeUnknownError('lost'));
    },
    find: () => Promise.resolve([...made]),
    discard: (item: string) => Promise.resolve(made.splice(made.indexOf(item), 1)),
    pause: () => Promise.resolve(),
  };
}

describe('createOnce', () => {
  test.each<[string, Parameters<typeof server>[0], string, number]>([
    ['answered at once', ['answers'], 'item 1', 1],
    ['the answer was lost: found, not sent again', ['loses the answer'], 'item 1', 1],
    ['the request was lost: not found, sent again', ['loses the request', 'answers'], 'item 2', 2],
    ['lost twice', ['loses the request', 'loses the answer'], 'item 2', 2],
    [
      'committed after the look-up: the twin is discarded',
      ['commits late', 'answers'],
      'item 1',
      2,
    ],
  ])('%s', async (_, script, expected, sends) => {
    const one = server(script);
    expect(await createOnce(one)).toBe(expected);
    expect(one.made).toEqual([expected]);
    expect(one.sent()).toBe(sends);
  });

  test('a 500 is looked up, never sent again', async () => {
    const one = server(['loses the answer']);
    const send = async () => one.send().catch(() => Promise.reject(new ServerFaultError('500')));
    expect(await createOnce({ ...one, send })).toBe('item 1');
    const other = server(['loses the request']);
    const fail = async () => other.send().catch(() => Promise.reject(new ServerFaultError('500')));
    await expect(createOnce({ ...other, send: fail })).rejects.toBeInstanceOf(ServerFaultError);
    expect(other.sent()).toBe(1);
  });

  test('a refusal is passed on', async () => {
    await expect(createOnce(server(['refuses']))).rejects.toThrow('refused');
  });

  test('answers that keep getting lost end in OutcomeUnknownError', async () => {
    const one = server(Array<'loses the request'>(9).fill('loses the request'));
    await expect(createOnce(one)).rejects.toBeInstanceOf(OutcomeUnknownError);
    expect(one.sent()).toBe(4);
  });
});
