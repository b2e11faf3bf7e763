import { describe, expect, test } from '@jest/globals';
import { combineScores } from '@xgflow/model';
import { crossFit } from '../../src/ensemble/cross-fit.ts';
import { fitCombiner } from '../../src/ensemble/fit-combiner.ts';
import type { EnsembleMethod, MemberScores } from '../../src/ensemble/fit-combiner.ts';
import { rowsOfScores } from '../../src/ensemble/rows-of-scores.ts';
import { reference } from './reference.ts';

const { binary, multiclass, regression } = reference;

const membersOf = (
  task: MemberScores['task'],
  { labels, scores }: { labels: readonly number[]; scores: readonly (readonly number[])[] },
): MemberScores => ({
  task,
  labels: Float64Array.from(labels),
  outputs: scores[0]!.length / labels.length,
  scores: scores.map((own) => Float32Array.from(own)),
});

const tasks: [MemberScores, typeof binary | typeof regression][] = [
  [membersOf('binary', binary), binary],
  [membersOf('multiclass', multiclass), multiclass],
  [membersOf('regression', regression), regression],
];
const folds = Int32Array.from(binary.labels, (_, row) => Math.floor(row / 60));
const methods: EnsembleMethod[] = ['average', 'weighted', 'stacked'];

describe.each(tasks)('$task', (members, expected) => {
  test('the combiners are those of SciPy and scikit-learn', () => {
    const average = fitCombiner('average', members);
    const share = 1 / members.scores.length;
    expect(average).toEqual({ method: 'average', weights: members.scores.map(() => share) });
    const { weights } = 'weighted' in expected ? expected.weighted : expected.squared;
    const weighted = fitCombiner('weighted', members);
    if (weighted.method === 'stacked') throw new TypeError();
    weighted.weights.forEach((weight, at) => expect(weight).toBeCloseTo(weights[at]!, 4));
    const stacked = fitCombiner('stacked', members);
    if (stacked.method !== 'stacked') throw new TypeError();
    stacked.intercepts.forEach((value, at) =>
      expect(value).toBeCloseTo(expected.intercepts[at]!, 4),
    );
    if (!('probabilities' in expected)) return;
    const { scores, task, outputs } = members;
    combineScores(stacked, task, scores, outputs).forEach((value, at) =>
      expect(value).toBeCloseTo(expected.probabilities[at]!, 5),
    );
  });

  test.each(methods)('no row of %s is judged by a combiner that has seen it', (method) => {
    const found = crossFit(method, members, folds);
    const { outputs, task } = members;
    // Other labels in fold 2 change every fold but the second.
    const own = Int32Array.from(folds.keys()).filter((row) => folds[row] === 2);
    const labels = members.labels.map((label, row) => {
      if (folds[row] !== 2) return label;
      return task === 'regression' ? 2 * label + 1 : members.labels[(row * 7) % 240]!;
    });
    const changed = crossFit(method, { ...members, labels }, folds);
    expect(rowsOfScores(changed, own, outputs)).toEqual(rowsOfScores(found, own, outputs));
    if (method === 'average') expect(changed).toEqual(found);
    else expect(changed).not.toEqual(found);
  });
});

test('by deviance, the weights are those of least deviance', () => {
  const counts = { labels: regression.counts, scores: regression.scores };
  const members = { ...membersOf('regression', counts), deviancePower: 1 };
  const combiner = fitCombiner('weighted', members);
  if (combiner.method === 'stacked') throw new TypeError();
  combiner.weights.forEach((weight, at) =>
    expect(weight).toBeCloseTo(regression.poisson.weights[at]!, 4),
  );
});
