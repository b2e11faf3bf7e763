import { expect, test } from '@jest/globals';
import { withinGrace } from '../../src/sweep/within-grace.ts';

const never = new Promise<string>(() => undefined);

test('work that ends within the grace is kept, though the signal has come', async () => {
  const controller = new AbortController();
  const work = withinGrace(
    new Promise((resolve) => setTimeout(resolve, 20, 'written')),
    controller.signal,
    5000,
  );
  controller.abort(new Error('Ctrl-C'));
  await expect(work).resolves.toBe('written');
});

test.each(['before', 'during'])('work without an end is given up: signal %s it', async (when) => {
  const controller = new AbortController();
  if (when === 'before') controller.abort(new Error('Ctrl-C'));
  const work = withinGrace(never, controller.signal, 10);
  if (when === 'during') controller.abort(new Error('Ctrl-C'));
  await expect(work).rejects.toThrow('Ctrl-C');
});

test("the work's own error goes through", async () => {
  const { signal } = new AbortController();
  await expect(withinGrace(Promise.reject(new Error('no server')), signal)).rejects.toThrow(
    'no server',
  );
});
