import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { classStep, stackedClassStep, type MemberStep } from '../../src/ensemble/member-step.ts';

const margin = fc.double({ min: -40, max: 40, noNaN: true });
const line = fc.array(fc.tuple(margin, margin), { minLength: 2, maxLength: 6 }).map((pairs) => ({
  from: Float64Array.from(pairs, ([from]) => from),
  to: Float64Array.from(pairs, ([, to]) => to),
}));

const shared = ({ slopes }: MemberStep, from: Float64Array, to: Float64Array): number =>
  slopes.reduce((sum, slope, at) => sum + slope * (to[at]! - from[at]!), 0);

test('the parts of a class add up to its change, however sure the model is', () => {
  fc.assert(
    fc.property(line, fc.nat(5), ({ from, to }, at) => {
      const step = classStep({ from, to }, at % from.length, 0.7);
      expect(Math.abs(step.to - step.from - shared(step, from, to))).toBeLessThan(1e-7);
      // What moves all margins alike moves no probability.
      expect(step.slopes.reduce((sum, slope) => sum + slope, 0)).toBeCloseTo(0, 7);
    }),
  );
});

test('so do those of a stack, where probabilities are kept from 0 and 1', () => {
  fc.assert(
    fc.property(line, ({ from, to }) => {
      const coefficients = Array.from(from, (_, at) => (at % 3) - 0.8);
      const step = stackedClassStep({ from, to }, coefficients);
      const change = step.to - step.from;
      const gap = Math.abs(change - shared(step, from, to));
      expect(gap).toBeLessThan(1e-5 * Math.max(1, Math.abs(change)));
    }),
  );
});

test('of two classes the mean slope is the slope between the ends', () => {
  const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
  const step = classStep({ from: Float64Array.of(0, -3), to: Float64Array.of(0, 2.5) }, 1, 1);
  expect(step.slopes[1]).toBeCloseTo((sigmoid(2.5) - sigmoid(-3)) / 5.5, 9);
});
