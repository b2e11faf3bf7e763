import { describe, expect, test } from '@jest/globals';
import type { ResolvedVariant } from '../../src/config/index.ts';
import { html } from '../../src/briefing/page/html.ts';
import {
  counted,
  listOf,
  ofHundred,
  percent,
  percentRange,
  timeSpan,
} from '../../src/briefing/words/numbers.ts';
import { rates } from '../../src/briefing/tasks/binary/rates.ts';
import { changesOf } from '../../src/briefing/words/variant-words.ts';

test.each([
  [0.931, '93'],
  [1, '100'],
  [0, '0'],
  [0.004, '0.4'],
  [0.0001, 'less than 0.1'],
  [0.9999, 'more than 99'],
  [0.0099, '1'],
])('%d is %s of a hundred', (share, words) => {
  expect(ofHundred(share)).toBe(words);
});

test('what is not known is a dash', () => {
  expect([percent(NaN), percent(undefined), percentRange(0.1, undefined)]).toEqual(['–', '–', '–']);
});

test.each([
  [0.2, '1 s'],
  [59, '59 s'],
  [200, '3 min 20 s'],
  [7500, '2 h 5 min'],
])('%d seconds are %s', (seconds, words) => {
  expect(timeSpan(seconds)).toBe(words);
});

test('lists and counts are grammatical', () => {
  expect([listOf([]), listOf(['a']), listOf(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  expect([counted(1, 'row'), counted(1234, 'row')]).toEqual(['1 row', '1,234 rows']);
});

test('rates are what the four counts come to', () => {
  const found = rates({
    truePositives: 80,
    falsePositives: 20,
    falseNegatives: 40,
    trueNegatives: 860,
  });
  expect(found).toEqual({
    precision: 0.8,
    recall: 80 / 120,
    falseAlarms: 20 / 880,
    flagged: 0.1,
    base: 0.12,
    rows: 1000,
  });
});

const first = {
  split: { test_size: 0.2, seed: 1, stratify: false },
  search: { method: 'random', trials: 100, folds: 5, scoring: 'roc_auc', seed: 1 },
  params: { objective: 'binary:logistic' },
  space: { max_depth: { int: [1, 8] }, subsample: { uniform: [0.25, 1] } },
} as unknown as ResolvedVariant;

describe('a variant is told by what it does otherwise', () => {
  const changed = (change: object): string[] => changesOf({ ...first, ...change }, first);

  test.each<[string, object, string[]]>([
    ['nothing', {}, []],
    [
      'stratify',
      { split: { ...first.split, stratify: true } },
      ['both parts keep the shares of the classes'],
    ],
    [
      'a narrower range, another one less',
      { space: { max_depth: { int: [1, 5] } } },
      [
        'depth of a tree (max_depth): 1 to 5 instead of 1 to 8',
        'without share of the rows that a tree sees (subsample)',
      ],
    ],
    [
      'one more',
      { space: { ...first.space, reg_alpha: { log_uniform: [0.1, 1] } } },
      ['also price of every effect (reg_alpha): 0.1 to 1 (log scale)'],
    ],
    ['trials', { search: { ...first.search, trials: 20 } }, ['trials: 20 instead of 100']],
    ['a section of its own', { resample: { method: 'smote' } }, ['also resample: method smote']],
  ])('%s', (_name, change, words) => {
    expect(changed(change)).toEqual(words);
  });
});

test('no value breaks out of the page', () => {
  const bad = '<script>alert("x & \'y\'")</script>';
  expect(html`<td title="${bad}">${bad}</td>`.text).toBe(
    '<td title="&lt;script&gt;alert(&quot;x &amp; &#39;y&#39;&quot;)&lt;/script&gt;">&lt;script&gt;alert(&quot;x &amp; &#39;y&#39;&quot;)&lt;/script&gt;</td>',
  );
});
