import { describe, expect, test } from '@jest/globals';
import { RandomState } from '../../src/split/random-state.ts';
import { fnv1a, reference } from './reference.ts';

const many = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe('RandomState draws what NumPy draws', () => {
  test.each(
    reference.streams.map((stream) => [JSON.stringify(stream.seed).slice(0, 40), stream] as const),
  )('seed %s', (_, stream) => {
    const random = new RandomState(stream.seed);
    expect(many(5, () => random.nextUint32())).toEqual(stream.raw);
    expect(many(3, () => random.randomSample())).toEqual(stream.sample);
    expect(many(8, () => random.randint(3, 103))).toEqual(stream.randint);
    expect(many(4, () => random.randint(0, 3_000_000_000))).toEqual(stream.wide);
    expect([...random.permutation(10)]).toEqual(stream.permutation);
    expect(fnv1a(random.permutation(2000))).toBe(stream.long);
    expect(random.nextUint32()).toBe(stream.after);
  });
});

test('a list is shuffled as a copy', () => {
  const list = Int32Array.of(5, 6, 7, 8);
  const shuffled = new RandomState(3).permutation(list);
  expect([...list]).toEqual([5, 6, 7, 8]);
  expect([...shuffled].sort()).toEqual([5, 6, 7, 8]);
});

test.each([-1, 2 ** 32, 1.5, Number.NaN, [], [1, -2]])('seed %j is refused', (seed) => {
  expect(() => new RandomState(seed)).toThrow('is not usable');
});
