import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellOf, placeOf } from '../../src/profile/cell-of.ts';
import { profileNumbers } from '../../src/profile/profile-numbers.ts';

describe('numbers', () => {
  test('a hundred cells of equal counts in ten bins, with edges between the values', () => {
    const values = Float64Array.from({ length: 10_000 }, (_, i) => ((i * 7919) % 10_000) / 10);
    const profile = profileNumbers('x', values);
    if (profile.kind !== 'numeric') throw new TypeError();
    expect(profile.counts).toHaveLength(100);
    expect(new Set(profile.counts)).toEqual(new Set([100]));
    expect(profile.bins).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
    expect(profile.edges.every((edge) => !values.includes(edge))).toBe(true);
    expect(profile.mean).toBeCloseTo(499.95, 9);
  });

  test('few values are counted one by one, and missing ones apart', () => {
    const values = [0, 1, 1, NaN, 2, 1, 0, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1];
    expect(profileNumbers('x', values)).toMatchObject({
      kind: 'discrete',
      rows: 17,
      missing: 1,
      values: [0, 1, 2],
      counts: [2, 10, 4],
    });
    expect(profileNumbers('x', values, { continuous: true }).kind).toBe('numeric');
  });

  test('a pile at an end is closed by an empty cell beyond it', () => {
    const pile = Float64Array.from({ length: 1000 }, (_, i) => (i < 300 ? 0 : i));
    const profile = profileNumbers('x', pile);
    if (profile.kind !== 'numeric') throw new TypeError();
    expect(profile.counts[0]).toBe(0);
    expect(cellOf(profile.edges, -1)).toBe(0);
    expect(cellOf(profile.edges, 0)).toBe(1);
  });

  test('no value at all, and one value', () => {
    expect(profileNumbers('x', [NaN, NaN])).toMatchObject({
      kind: 'discrete',
      rows: 2,
      missing: 2,
      values: [],
      mean: null,
    });
    expect(
      profileNumbers(
        'x',
        Array.from({ length: 9 }, () => 4),
      ),
    ).toMatchObject({
      values: [4],
      counts: [9],
    });
  });

  test('without ties every cell holds five rows or more, and all about as many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 3000 }), (rows) => {
        const profile = profileNumbers(
          'x',
          Float64Array.from({ length: rows }, (_, row) => row),
        );
        if (profile.kind !== 'numeric') throw new TypeError();
        const [least, most] = [Math.min(...profile.counts), Math.max(...profile.counts)];
        expect(least).toBeGreaterThanOrEqual(5);
        expect(most - least).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('whatever the values, every row is counted once, between edges in order', () => {
    const values = fc.array(
      fc.oneof(fc.constantFrom(0, 1, -5, NaN), fc.double({ noDefaultInfinity: true })),
      { minLength: 1, maxLength: 400 },
    );
    fc.assert(
      fc.property(values, (cells) => {
        const profile = profileNumbers('x', cells, { continuous: true });
        if (profile.kind !== 'numeric') return;
        const counted = profile.counts.reduce((sum, count) => sum + count, profile.missing);
        expect(counted).toBe(cells.length);
        expect(profile.edges).toEqual([...profile.edges].sort((a, b) => a - b));
        expect(profile.counts).toHaveLength(profile.edges.length + 1);
        expect(Math.max(...profile.bins)).toBeLessThan(profile.counts.length);
      }),
    );
  });

  test('a value between listed ones has the place between them', () => {
    expect([-1, 0, 0.5, 1, 7, 8].map((value) => placeOf([0, 1, 7], value))).toEqual([
      0, 1, 2, 3, 5, 6,
    ]);
  });
});
