import { expect, test } from '@jest/globals';
import { changeText, predictionText } from '../../src/page/browser/prediction-text.ts';

const cases = [
  ['a value', 'value', [null, 12], [null, 10.5], '10.5', '−1.5'],
  ['a probability', 'binary', ['no', 0.2], ['yes', 0.65], '65 %', '+45 points'],
  ['the same class', 'multiclass', ['A', 0.4], ['A', 0.5], 'A 50 %', '+10 points'],
  ['another class', 'multiclass', ['A', 0.4], ['B', 0.5], 'B 50 %', 'another class'],
] as const;

test.each(cases)('%s, and what has changed', (_, kind, before, now, text, change) => {
  const [first, second] = [before, now].map(([label, prediction]) => ({ label, prediction }));
  expect(predictionText({ kind }, second!)).toBe(text);
  expect(changeText({ kind }, first!, second!)).toBe(change);
});
