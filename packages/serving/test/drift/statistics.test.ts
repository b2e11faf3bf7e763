import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareOutcomes } from '../../src/drift/concept/compare-outcomes.ts';
import { chiSquare } from '../../src/drift/statistics/chi-square.ts';
import { holm } from '../../src/drift/statistics/holm.ts';
import { jensenShannon } from '../../src/drift/statistics/jensen-shannon.ts';
import {
  kolmogorovSmirnov,
  kolmogorovSurvival,
} from '../../src/drift/statistics/kolmogorov-smirnov.ts';
import { psi, psiByChance } from '../../src/drift/statistics/psi.ts';
import { shareTest, type Share } from '../../src/drift/statistics/share-test.ts';

interface Counts {
  readonly reference: number[];
  readonly current: number[];
}

/** By scipy and NumPy: fixtures/make-drift.py. */
const reference = JSON.parse(
  readFileSync(new URL('../fixtures/drift.json', import.meta.url), 'utf8'),
) as {
  bins: (Counts & {
    psi: number;
    jensenShannon: number;
    chiSquare: { statistic: number; degreesOfFreedom: number; pValue: number };
  })[];
  ks: (Counts & { statistic: number; pValue: number })[];
  kolmogorov: { x: number; survival: number }[];
  shares: { reference: Share; current: Share; pValue: number }[];
  chance: Parameters<typeof psiByChance>[0] extends infer O ? (O & { psi: number })[] : never;
  strata: {
    counts: number[];
    positives: number[];
    currentCounts: number[];
    currentPositives: number[];
    pValue: number;
    actualByExpected: number;
  }[];
};

/** Tails differ by many powers of ten: what counts is by which factor one is off, down to a double's last bit beside 1. */
function expectRatio(found: number, expected: number): void {
  if (expected < Number.EPSILON) expect(found).toBeLessThan(Number.EPSILON);
  else expect(Math.abs(found / expected - 1)).toBeLessThan(1e-8);
}

test.each(reference.bins)('bins as NumPy and scipy compare them: $current', (each) => {
  expect(psi(each.reference, each.current)).toBeCloseTo(each.psi, 12);
  expect(jensenShannon(each.reference, each.current)).toBeCloseTo(each.jensenShannon, 12);
  const chi = chiSquare(each.reference, each.current)!;
  expect(chi.degreesOfFreedom).toBe(each.chiSquare.degreesOfFreedom);
  expect(chi.statistic / each.chiSquare.statistic).toBeCloseTo(1, 10);
  expectRatio(chi.pValue, each.chiSquare.pValue);
});

test.each(reference.ks)('the Kolmogorov–Smirnov test as scipy does it: $statistic', (each) => {
  const { statistic, pValue } = kolmogorovSmirnov(each.reference, each.current)!;
  expect(statistic).toBeCloseTo(each.statistic, 12);
  expectRatio(pValue, each.pValue);
});

test.each(reference.kolmogorov)("Kolmogorov's distribution at $x", ({ x, survival }) => {
  expectRatio(kolmogorovSurvival(x), survival);
});

test.each(reference.shares)('a share of $reference and of $current', (each) => {
  expectRatio(shareTest(each.reference, each.current), each.pValue);
});

test.each(reference.chance)('PSI by chance: $psi', ({ psi: expected, ...options }) => {
  expect(psiByChance(options)).toBeCloseTo(expected, 9);
});

test.each(reference.strata)('outcomes in strata, p = $pValue', (each) => {
  const bins = (counts: number[], positives: number[]) => ({
    rows: 0,
    edges: counts.slice(1).map((_, edge) => edge),
    counts,
    predicted: counts,
    actual: positives,
    actualSquared: positives,
  });
  const compared = compareOutcomes(
    bins(each.counts, each.positives),
    bins(each.currentCounts, each.currentPositives),
    'value',
  );
  expectRatio(compared.pValue, each.pValue);
  expect(compared.actualByExpected).toBeCloseTo(each.actualByExpected, 12);
});

describe('properties', () => {
  const counts = fc
    .array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 30 })
    .map((pairs) => ({ a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) }));

  test('PSI is finite and not negative, whatever bins are empty; equal shares have none', () => {
    fc.assert(
      fc.property(counts, ({ a, b }) => {
        expect(psi(a, b)).toBeGreaterThanOrEqual(0);
        expect(psi(a, b)).toBeLessThan(Infinity);
        expect(psi(a, b)).toBeCloseTo(psi(b, a), 9);
        expect(psi(a, a)).toBe(0);
        expect(jensenShannon(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("Holm's p-values keep the order, and are between one p-value and Bonferroni's", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (p) => {
        const adjusted = holm(p);
        p.forEach((value, index) => {
          expect(adjusted[index]).toBeGreaterThanOrEqual(value);
          expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, value * p.length));
        });
        const inOrder = [...p.keys()].toSorted((a, b) => p[a]! - p[b]!);
        const sorted = inOrder.map((index) => adjusted[index]!);
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
      }),
    );
  });

  test('Holm: the least times four, the next times three, and none below the one before', () => {
    expect(holm([0.0625, 0.125, 0.01, 0.5])).toEqual([0.1875, 0.25, 0.04, 0.5]);
    expect(holm([0.25, 0.03125, 0.28125])).toEqual([0.5, 0.09375, 0.5]);
  });

  test('an empty sample has no test', () => {
    expect(chiSquare([0, 0], [3, 4])).toBeUndefined();
    expect(chiSquare([3], [4])).toBeUndefined();
    expect(kolmogorovSmirnov([1, 2], [0, 0])).toBeUndefined();
    expect(shareTest({ count: 0, rows: 10 }, { count: 0, rows: 10 })).toBe(1);
    expect(psi([], [])).toBe(0);
  });
});
