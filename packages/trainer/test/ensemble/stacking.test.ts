import { expect, test } from '@jest/globals';
import { fitLogistic } from '../../src/ensemble/fit-logistic.ts';
import { fitRidge } from '../../src/ensemble/fit-ridge.ts';
import type { LinearModel } from '../../src/ensemble/fit-ridge.ts';
import { doubles, reference } from './reference.ts';

const { binary, multiclass, regression } = reference;

function expectModels(
  models: readonly LinearModel[],
  expected: { intercepts: readonly number[]; coefficients: readonly (readonly number[])[] },
): void {
  expect(models).toHaveLength(expected.intercepts.length);
  models.forEach(({ intercept, coefficients }, output) => {
    expect(Math.abs(intercept - expected.intercepts[output]!)).toBeLessThan(1e-6);
    expect(coefficients).toHaveLength(expected.coefficients[output]!.length);
    coefficients.forEach((value, at) => {
      expect(Math.abs(value - expected.coefficients[output]![at]!)).toBeLessThan(1e-6);
    });
  });
}

const logit = (p: number): number => Math.log(p / (1 - p));

test("two classes: scikit-learn's LogisticRegression of the members' logits", () => {
  const inputs = doubles(binary.scores).map((scores) => scores.map(logit));
  expectModels(fitLogistic(inputs, binary.labels, 2), binary);
});

test("three classes: scikit-learn's LogisticRegression of the members' log-probabilities", () => {
  const inputs = multiclass.scores.flatMap((scores) =>
    [0, 1, 2].map((output) =>
      Float64Array.from(multiclass.labels, (_, row) => Math.log(scores[3 * row + output]!)),
    ),
  );
  expectModels(fitLogistic(inputs, multiclass.labels, 3), multiclass);
});

test("numbers: scikit-learn's Ridge", () => {
  expectModels([fitRidge(doubles(regression.scores), regression.labels)], regression);
});

test('classes that can be told apart without an error keep finite coefficients', () => {
  const inputs = [Float64Array.of(-16, -15, 15, 16), Float64Array.of(-16, -15, 15, 16)];
  const [model] = fitLogistic(inputs, [0, 0, 1, 1], 2);
  expect(model!.coefficients.every(Number.isFinite)).toBe(true);
  expect(model!.coefficients[0]).toBeCloseTo(model!.coefficients[1]!, 9);
  expect(model!.coefficients[0]).toBeGreaterThan(0);
});
