import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseThreshold } from '../../src/threshold/choose-threshold.ts';
import { thresholdCurve } from '../../src/threshold/curve.ts';
import type { ThresholdRule } from '../../src/threshold/threshold-rule.ts';
import { drawn } from '../metrics/reference.ts';
import type { Drawn } from '../metrics/reference.ts';

/** Flagged rows, and the rule's measure. */
type Expected = [flagged: number, value: number];

interface Case extends Drawn {
  levels: number;
  f1: Expected;
  cost: Record<string, Expected>;
  capacity: Record<string, Expected>;
  fixed: Record<string, Expected>;
}

/** What scikit-learn gave; made by test/fixtures/make-threshold.py. */
const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/threshold.json', import.meta.url), 'utf8'),
) as { cases: Case[] };

const rules = (row: Case): { rule: ThresholdRule; expected: Expected }[] => [
  { rule: { by: 'f1' }, expected: row.f1 },
  ...Object.entries(row.cost).map(([costs, expected]) => {
    const [falsePositive = 0, falseNegative = 0] = costs.split('/').map(Number);
    return { rule: { by: 'cost', falsePositive, falseNegative } as const, expected };
  }),
  ...Object.entries(row.capacity).map(([share, expected]) => ({
    rule: { by: 'capacity', share: Number(share) } as const,
    expected,
  })),
  ...Object.entries(row.fixed).map(([value, expected]) => ({
    rule: { by: 'fixed', value: Number(value) } as const,
    expected,
  })),
];

describe.each(cases)('$n rows, $decimals decimals, $dtype', (row) => {
  const { labels, scores } = drawn(row);

  test.each(rules(row))('$rule flags what scikit-learn flags', ({ rule, expected }) => {
    const [flagged, value] = expected;
    const chosen = chooseThreshold(rule, labels, scores);
    expect(scores.filter((score) => score > chosen.threshold)).toHaveLength(flagged);
    expect(chosen.flagged).toBe(flagged / row.n);
    expect(Math.abs(chosen.value - value)).toBeLessThan(1e-12);
  });

  test('the curve has a point for each way to divide the rows, and the chosen one is on it', () => {
    const rule = { by: 'cost', falsePositive: 1, falseNegative: 5 } as const;
    const curve = thresholdCurve(rule, labels, scores);
    expect(curve).toHaveLength(row.levels);
    const { threshold, value } = chooseThreshold(rule, labels, scores);
    expect(curve.find((point) => point.threshold === threshold)?.value).toBe(value);
    expect(Math.min(...curve.map((point) => point.value))).toBe(value);
  });
});

test('equal scores are flagged together or not at all: never more than the capacity', () => {
  const labels = Uint8Array.of(1, 0, 1, 0, 1, 0, 0, 0, 0, 0);
  const scores = Float64Array.of(0.9, 0.8, 0.8, 0.8, 0.8, 0.1, 0.1, 0.1, 0.1, 0.1);
  const at = (share: number) => chooseThreshold({ by: 'capacity', share }, labels, scores);
  expect(at(0.4)).toMatchObject({ flagged: 0.1, value: 1 / 3 });
  expect(at(0.5)).toMatchObject({ flagged: 0.5, value: 1 });
  expect(at(0.05)).toEqual({ threshold: 1, flagged: 0, value: 0 });
});

test('at any capacity no more rows are flagged than it allows, and one more score would be too many', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), {
        minLength: 1,
        maxLength: 60,
      }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (rows, share) => {
        const labels = rows.map(([, positive]) => Number(positive));
        const scores = Float32Array.from(rows, ([score]) => score / 12);
        const { threshold, flagged } = chooseThreshold({ by: 'capacity', share }, labels, scores);
        expect(flagged).toBeLessThanOrEqual(share);
        const next = Math.max(...scores.filter((score) => score <= threshold));
        if (next > 0) {
          const more = scores.filter((score) => score >= next).length / scores.length;
          expect(more).toBeGreaterThan(share);
        }
      },
    ),
  );
});

test('between two neighbouring doubles the threshold still divides them', () => {
  const [low, high] = [0.3, 0.3 + 2 ** -54];
  const { threshold } = chooseThreshold({ by: 'f1' }, [0, 1], Float64Array.of(low, high));
  expect([low > threshold, high > threshold]).toEqual([false, true]);
});

test('scores of 0 are never flagged, and no positive rows choose to flag none', () => {
  const scores = Float32Array.of(0, 0, 0.4);
  expect(chooseThreshold({ by: 'f1' }, [1, 1, 1], scores).flagged).toBeCloseTo(1 / 3);
  expect(chooseThreshold({ by: 'f1' }, [0, 0, 0], scores)).toEqual({
    threshold: 1,
    flagged: 0,
    value: 0,
  });
});
