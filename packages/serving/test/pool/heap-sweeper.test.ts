import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { heapSweeper } from '../../src/pool/heap-sweeper.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

describe('heapSweeper', () => {
  const before = globalThis.gc;
  afterEach(() => {
    globalThis.gc = before;
  });

  /** @returns how often this heap was swept in ten looks */
  function sweeps(over: number): number {
    const gc = jest.fn(collect);
    globalThis.gc = gc as unknown as typeof globalThis.gc;
    const sweep = heapSweeper(over);
    for (let look = 0; look < 10; look += 1) sweep();
    return gc.mock.calls.length;
  }

  test('leaves a small heap alone', () => {
    expect(sweeps(2 ** 40)).toBe(0);
  });

  test('sweeps a large heap, but not again and again where what is left is as large', () => {
    expect(sweeps(1)).toBe(1);
  });

  test('does nothing where the thread cannot be swept', () => {
    globalThis.gc = undefined;
    expect(() => {
      heapSweeper(1)();
    }).not.toThrow();
  });
});
