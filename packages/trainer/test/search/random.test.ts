import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawTrial, randomSearch } from '../../src/search/samplers/random.ts';
import type { Space } from '../../src/search/space.ts';

const space: Space = {
  n_estimators: { int: [50, 500] },
  learning_rate: { uniform: [0.01, 0.76] },
  reg_alpha: { log_uniform: [1e-4, 10] },
  min_child_weight: { choice: [1, 3, 5, 7, 9] },
};

test('the draw is the quantile at the SHA-256 of seed/index/attempt/name, as documented', () => {
  const u = (name: string) =>
    Number(createHash('sha256').update(`1889/7/0/${name}`).digest().readBigUInt64BE() >> 11n) /
    2 ** 53;
  const { params } = drawTrial(space, 1889, 7);
  expect(params.n_estimators).toBe(50 + Math.floor(u('n_estimators') * 451));
  expect(params.min_child_weight).toBe([1, 3, 5, 7, 9][Math.floor(u('min_child_weight') * 5)]);
  expect(params.learning_rate).toBeCloseTo(0.01 + 0.75 * u('learning_rate'), 14);
  expect(Math.log10(params.reg_alpha as number)).toBeCloseTo(-4 + 5 * u('reg_alpha'), 12);
});

test('pinned: the first trial of seed 1889', () => {
  expect(drawTrial(space, 1889, 0)).toEqual({
    index: 0,
    params: {
      learning_rate: 0.42320820301650575,
      min_child_weight: 9,
      n_estimators: 353,
      reg_alpha: expect.any(Number),
    },
  });
});

describe('a trial depends on its seed and index alone', () => {
  test('the first trials are the same whatever their number', () => {
    expect(randomSearch(space, { trials: 30, seed: 5 }).slice(0, 10)).toEqual(
      randomSearch(space, { trials: 10, seed: 5 }),
    );
  });

  test('each can be drawn without the others', () => {
    randomSearch(space, { trials: 20, seed: 5 }).forEach((trial, index) => {
      expect(trial).toEqual(drawTrial(space, 5, index));
    });
  });

  test('the order of the parameters has no effect', () => {
    const reversed = Object.fromEntries(Object.entries(space).reverse());
    expect(JSON.stringify(randomSearch(reversed, { trials: 5, seed: 5 }))).toBe(
      JSON.stringify(randomSearch(space, { trials: 5, seed: 5 })),
    );
  });

  test('another parameter leaves the draws of the rest alone', () => {
    const wider = { ...space, subsample: { uniform: [0.2, 1] } } satisfies Space;
    expect(drawTrial(wider, 5, 3).params).toMatchObject(drawTrial(space, 5, 3).params);
  });

  test('another seed gives other draws', () => {
    expect(drawTrial(space, 6, 0).params).not.toEqual(drawTrial(space, 5, 0).params);
  });
});

describe('no trial comes twice', () => {
  const small: Space = { a: { int: [1, 4] }, b: { choice: ['x', 'y', 'z'] } };

  test('a small space is drawn out to its last point', () => {
    const trials = randomSearch(small, { trials: 12, seed: 1 });
    expect(new Set(trials.map(({ params }) => JSON.stringify(params))).size).toBe(12);
    expect(trials.map(({ index }) => index)).toEqual([...trials.keys()]);
  });

  test('a space with fewer points gives fewer trials', () => {
    expect(randomSearch(small, { trials: 100, seed: 1 })).toHaveLength(12);
  });

  test('equal bounds are one point', () => {
    expect(randomSearch({ a: { uniform: [2, 2] } }, { trials: 9, seed: 1 })).toEqual([
      { index: 0, params: { a: 2 } },
    ]);
  });
});

test('values stay in bounds and have their type', () => {
  fc.assert(
    fc.property(
      fc.tuple(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
      ),
      fc.nat(),
      ([low, width], seed) => {
        const high = low + width;
        const whole: [number, number] = [Math.floor(low), Math.floor(high)];
        const positive: [number, number] = [Math.abs(low) + 1e-6, Math.abs(low) + 1e-6 + width];
        const { params } = drawTrial(
          { u: { uniform: [low, high] }, i: { int: whole }, l: { log_uniform: positive } },
          seed,
          0,
        );
        expect(params.u).toBeGreaterThanOrEqual(low);
        expect(params.u).toBeLessThanOrEqual(high);
        expect(Number.isInteger(params.i)).toBe(true);
        expect(params.i).toBeGreaterThanOrEqual(whole[0]);
        expect(params.i).toBeLessThanOrEqual(whole[1]);
        expect(params.l).toBeGreaterThanOrEqual(positive[0]);
        expect(params.l).toBeLessThanOrEqual(positive[1]);
      },
    ),
    { numRuns: 300 },
  );
});
