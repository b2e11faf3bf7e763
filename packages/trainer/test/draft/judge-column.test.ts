import { describe, expect, test } from '@jest/globals';
import type { ColumnProfile } from '../../src/draft/column-profile.ts';
import { judgeColumn } from '../../src/draft/judge-column.ts';

const base: ColumnProfile = {
  name: 'x',
  kind: 'integer',
  rows: 1000,
  present: 1000,
  distinct: 80,
  rarest: 3,
  examples: [1, 2, 3, 4, 5],
  namedLikeValue: false,
};
const texts = ['a', 'b', 'c'];

const cases: readonly [string, Partial<ColumnProfile>, string, RegExp][] = [
  [
    'all cells missing',
    { present: 0, distinct: 0, examples: [] },
    'drop',
    /^all cells are missing$/,
  ],
  ['one value', { distinct: 1, examples: [7] }, 'drop', /^always 7$/],
  [
    'one value with gaps: the gaps may tell',
    { distinct: 1, present: 900 },
    'categorical',
    /^1 int/,
  ],
  ['mostly missing', { present: 190 }, 'drop', /^81 % of its cells are missing$/],
  ['half missing', { present: 500 }, 'numeric', /^$/],
  ['integers, no value twice', { distinct: 1000 }, 'drop', /^an id: no value twice$/],
  [
    'an id by name',
    { name: 'policyNumber', distinct: 950 },
    'drop',
    /^an id by its name, and 95 %/,
  ],
  ['a number of things', { name: 'claim_number', distinct: 20 }, 'numeric', /^$/],
  ['nearly unique integers of no name', { name: 'income', distinct: 950 }, 'numeric', /^$/],
  [
    'numbers as people write them',
    { kind: 'text', distinct: 700, examples: texts, writtenNumber: '$1,234.50' },
    'drop',
    /^numbers written like \$1,234\.50: as plain ones/,
  ],
  ['unique measurements', { kind: 'number', distinct: 1000 }, 'numeric', /^$/],
  ['few integers', { distinct: 4 }, 'categorical', /^4 integers: 1, 2, 3/],
  ['ten integers', { distinct: 10 }, 'categorical', /^10 integers: .*, …$/],
  ['eleven integers', { distinct: 11 }, 'numeric', /^$/],
  ['few rows, all different', { rows: 20, present: 20, distinct: 20 }, 'numeric', /^$/],
  ['text', { kind: 'text', distinct: 3, examples: texts }, 'categorical', /^3 levels: a, b, c$/],
  ['nearly unique text', { kind: 'text', distinct: 990, examples: texts }, 'drop', /^text: 99 %/],
  [
    'dates',
    { kind: 'text', distinct: 300, examples: ['2024-01-02', '2024-01-03'] },
    'drop',
    /^dates are no categories/,
  ],
  [
    'text of many levels',
    { kind: 'text', distinct: 600, examples: texts },
    'drop',
    /^text with 600 levels$/,
  ],
];

describe('what becomes of a column, and why', () => {
  test.each(cases)('%s', (_, profile, use, reason) => {
    const verdict = judgeColumn({ ...base, ...profile });
    expect(verdict).toEqual({ use, reason: expect.stringMatching(reason) });
  });
});
