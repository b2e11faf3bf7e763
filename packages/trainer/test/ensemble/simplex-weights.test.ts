import { describe, expect, test } from '@jest/globals';
import { devianceLoss, logLoss, squaredError } from '../../src/ensemble/mixture-loss.ts';
import type { MixtureLoss } from '../../src/ensemble/mixture-loss.ts';
import { simplexWeights } from '../../src/ensemble/simplex-weights.ts';
import { doubles, reference } from './reference.ts';

const { binary, multiclass, regression } = reference;

const ownClass = binary.scores.map((scores) =>
  Float64Array.from(scores, (p, row) => (binary.labels[row] === 1 ? p : 1 - p)),
);
const ownOfThree = multiclass.scores.map((scores) =>
  Float64Array.from(multiclass.labels, (label, row) => scores[3 * row + label]!),
);
const values = doubles(regression.scores);

function lossOf(columns: readonly Float64Array[], loss: MixtureLoss, weights: readonly number[]) {
  const rows = Array.from(columns[0]!.keys());
  const mixture = (row: number): number =>
    columns.reduce((sum, column, at) => sum + weights[at]! * column[row]!, 0);
  return rows.reduce((sum, row) => sum + loss.value(row, mixture(row)), 0) / rows.length;
}

describe('the weights are those of SciPy, and their loss is not above its', () => {
  test.each([
    ['log loss of two classes', ownClass, logLoss, binary.weighted],
    ['log loss of three classes', ownOfThree, logLoss, multiclass.weighted],
    ['squared error', values, squaredError(regression.labels), regression.squared],
    ['Poisson deviance', values, devianceLoss(regression.counts, 1), regression.poisson],
    ['gamma deviance', values, devianceLoss(regression.labels, 2), regression.gamma],
    ['Tweedie deviance', values, devianceLoss(regression.counts, 1.5), regression.tweedie],
  ])('%s', (_, columns, loss, expected) => {
    const weights = simplexWeights(columns, loss);
    expect(weights.every((weight) => weight >= 0)).toBe(true);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    weights.forEach((weight, at) => expect(weight).toBeCloseTo(expected.weights[at]!, 4));
    const found = lossOf(columns, loss, weights);
    expect(found).toBeLessThanOrEqual(lossOf(columns, loss, expected.weights) + 1e-12);
  });
});

test('a member that says nothing new gets no weight; one alone gets all', () => {
  const [good] = ownClass;
  const noise = Float64Array.from(good!, () => 1e-3);
  const weights = simplexWeights([good!, noise], logLoss);
  expect(weights).toEqual([1, 0]);
  expect(simplexWeights([good!], logLoss)).toEqual([1]);
});

test('members that say the same share the weight, and nothing breaks', () => {
  const [first, second] = ownClass;
  const weights = simplexWeights([first!, first!, second!], logLoss);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  const [alone, other] = simplexWeights([first!, second!], logLoss);
  expect(weights[0]! + weights[1]!).toBeCloseTo(alone!, 5);
  expect(weights[2]).toBeCloseTo(other!, 5);
});

test('a probability of 0 for what happened is a large loss, not a broken one', () => {
  const weights = simplexWeights([Float64Array.of(0, 0.9), Float64Array.of(0.5, 0.5)], logLoss);
  expect(weights.every(Number.isFinite)).toBe(true);
  expect(weights[1]).toBeGreaterThan(0.3);
});
