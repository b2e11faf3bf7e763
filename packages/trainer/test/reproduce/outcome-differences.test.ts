import { describe, expect, test } from '@jest/globals';
import { isDecisive } from '../../src/reproduce/difference.ts';
import type { DifferenceKind } from '../../src/reproduce/difference.ts';
import { outcomeDifferences } from '../../src/reproduce/outcome-differences.ts';
import type { Outcome } from '../../src/reproduce/outcome-differences.ts';

const outcome: Outcome = {
  params: { max_depth: '4', learning_rate: '0.1' },
  trials: [{ index: 2, foldScores: [0.5, 0.25], foldRounds: [10, 20], seconds: 1 }],
  bestTrial: 2,
  metrics: { test_f1: 0.8, cv_f1: NaN },
  modelDigest: 'aa',
};
const trial = outcome.trials[0]!;
const names = (now: Partial<Outcome>, tolerance = 0): string[] =>
  outcomeDifferences(outcome, { ...outcome, ...now }, tolerance).map(({ name }) => name);

describe('outcomeDifferences', () => {
  test.each<{ what: string; now: Partial<Outcome>; tolerance?: number; found: string[] }>([
    { what: 'nothing', now: {}, found: [] },
    { what: 'a param', now: { params: { max_depth: '5' } }, found: ['max_depth'] },
    { what: 'a new param', now: { params: { gamma: '1' } }, found: ['gamma'] },
    { what: 'the winner', now: { bestTrial: 3 }, found: ['best trial'] },
    { what: 'the model', now: { modelDigest: 'bb' }, found: ['model sha256'] },
    { what: 'the last bit', now: { metrics: { test_f1: 0.8 + 2 ** -53 } }, found: ['test_f1'] },
    {
      what: 'less than the tolerance',
      now: {
        metrics: { test_f1: 0.8 + 1e-9 },
        trials: [{ ...trial, foldScores: [0.5, 0.25 + 1e-9] }],
      },
      tolerance: 1e-8,
      found: [],
    },
    {
      what: 'more than the tolerance',
      now: { metrics: { test_f1: 0.81 } },
      tolerance: 1e-8,
      found: ['test_f1'],
    },
    { what: 'a number that was none', now: { metrics: { cv_f1: 0.5 } }, found: ['cv_f1'] },
    {
      what: 'a fold',
      now: { trials: [{ ...trial, foldScores: [0.5, 0.3], foldRounds: [11, 20] }] },
      found: ['trial 2 rounds of fold 0', 'trial 2 score of fold 1'],
    },
    {
      what: 'a trial that fails now',
      now: { trials: [{ ...trial, foldScores: [0.5], foldRounds: [10], error: 'no' }] },
      found: ['trial 2 error', 'trial 2 score of fold 1', 'trial 2 rounds of fold 1'],
    },
    { what: 'time alone', now: { trials: [{ ...trial, seconds: 9 }] }, found: [] },
  ])('$what', ({ now, tolerance, found }) => {
    expect(names(now, tolerance)).toEqual(found);
  });

  test('both values are named, and what is not there is null', () => {
    const now = { ...outcome, params: { ...outcome.params, gamma: '1' }, bestTrial: 1 };
    expect(outcomeDifferences(outcome, now, 0)).toEqual([
      { kind: 'param', name: 'gamma', recorded: null, now: '1' },
      { kind: 'trial', name: 'best trial', recorded: 2, now: 1 },
    ]);
  });

  test('a param that somebody added to the run is none', () => {
    const recorded = { ...outcome, params: { ...outcome.params, ticket: '7' } };
    expect(outcomeDifferences(recorded, outcome, 0)).toEqual([]);
  });
});

test.each<{ kind: DifferenceKind; exactly: boolean; within: boolean }>([
  { kind: 'data', exactly: true, within: true },
  { kind: 'config', exactly: true, within: true },
  { kind: 'param', exactly: true, within: true },
  { kind: 'trial', exactly: true, within: true },
  { kind: 'metric', exactly: true, within: true },
  { kind: 'model', exactly: true, within: false },
  { kind: 'library', exactly: false, within: false },
  { kind: 'code', exactly: false, within: false },
])(
  'a difference of $kind decides: $exactly, with a tolerance: $within',
  ({ kind, exactly, within }) => {
    const difference = { kind, name: 'x', recorded: 1, now: 2 };
    expect(isDecisive(difference, 0)).toBe(exactly);
    expect(isDecisive(difference, 1e-9)).toBe(within);
  },
);
