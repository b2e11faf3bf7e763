import { expect, test } from '@jest/globals';
import { FlightGate } from '../../src/http/flight-gate.ts';

test('tasks run in turn, and a failed one makes room', async () => {
  const gate = new FlightGate(1);
  const order: string[] = [];
  const task = (name: string, fail = false) =>
    gate.run(async () => {
      await Promise.resolve();
      order.push(name);
      if (fail) throw new Error(name);
    });
  const results = await Promise.allSettled([task('a'), task('b', true), task('c')]);
  expect(order).toEqual(['a', 'b', 'c']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('one that gives up while it waits takes no place', async () => {
  const gate = new FlightGate(1);
  const controller = new AbortController();
  const { promise: held, resolve: finish } = Promise.withResolvers<undefined>();
  const first = gate.run(() => held);
  const second = gate.run(() => Promise.resolve('second'), controller.signal);
  const third = gate.run(() => Promise.resolve('third'));
  controller.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortedError', attempts: 0 });
  finish(undefined);
  await first;
  expect(await third).toBe('third');
});
