import { expect, test } from '@jest/globals';
import { againstOthers, frequentClasses } from '../../../src/report/insight/class-margins.ts';
import { classEffectRows, effectRows } from '../../../src/report/insight/effects.ts';
import { classes, reference, rows, table } from './reference.ts';

const explained = {
  rows: rows.slice(0, 120),
  features: ['amount', 'visits', 'place'],
  classes,
  contributions: Float32Array.from(reference.classes.contributions),
};

test('what speaks for a class adds up to the log of its probability over the mean of the others', () => {
  for (const [code, sums] of reference.classes.against_others.entries()) {
    const { contributions } = againstOthers(explained, code);
    for (const [row, sum] of sums.entries()) {
      const own = contributions.subarray(row * 4, row * 4 + 4);
      expect(own.reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 5);
    }
  }
});

test('of two classes it is the log-odds: one margin less the other', () => {
  const two = {
    ...{ rows: rows.slice(0, 1), features: ['x'], classes: ['no', 'yes'] },
    contributions: Float32Array.of(0.25, -1, 0.5, 2),
  };
  expect([...againstOthers(two, 1).contributions]).toEqual([0.25, 3]);
  expect([...againstOthers(two, 0).contributions]).toEqual([-0.25, -3]);
});

test('effects are told of each class, as those of its own margin', () => {
  const effects = classEffectRows(table, explained, [0, 2], 2);
  expect([...new Set(effects.map((row) => row.class))]).toEqual(['A', 'C']);
  const ofC = effects.filter((row) => row.class === 'C');
  const own = effectRows(table, againstOthers(explained, 2), 2);
  expect(ofC).toEqual(own.map((row) => ({ class: 'C', ...row })));
});

test('the most frequent classes stay in their own order; of equally frequent ones the first', () => {
  expect(frequentClasses([2, 2, 2, 0, 1, 1, 3], 4, 2)).toEqual([1, 2]);
  expect(frequentClasses([2, 0, 1, 3], 5, 3)).toEqual([0, 1, 2]);
});
