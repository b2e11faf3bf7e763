import { describe, expect, test } from '@jest/globals';
import type { ColumnProfile } from '../../src/draft/column-profile.ts';
import { guessTarget } from '../../src/draft/guess-target.ts';

const column = (name: string, distinct = 2, present = 10) => ({
  name,
  kind: 'integer' as const,
  rows: 10,
  present,
  distinct,
  rarest: 9,
  examples: [0, 1],
  namedLikeValue: false,
});
const text = (name: string, distinct: number) => ({
  ...column(name, distinct),
  kind: 'text' as const,
});

const cases: readonly [string, ColumnProfile[], string][] = [
  ['the only one of two classes', [column('a', 5), column('b'), column('c', 5)], 'b'],
  ['by its name', [column('a'), column('target'), column('c')], 'target'],
  ['by a part of its name', [column('a'), column('claimStatus'), column('b')], 'claimStatus'],
  ['first in the file', [column('gone'), column('a'), column('b', 5)], 'gone'],
  [
    'a name without two classes does not count',
    [column('a'), column('b', 5), column('label', 9)],
    'a',
  ],
  [
    'without two classes anywhere, by a telling name',
    [column('a', 5), column('b', 5), column('label', 9)],
    'label',
  ],
  [
    'an amount at the edge, against two classes in between',
    [column('claim_amount', 900), column('claimed'), column('b', 5)],
    'claim_amount',
  ],
  [
    'two classes with a telling name at the edge, against an amount there',
    [column('churned'), column('b', 5), column('premium', 900)],
    'churned',
  ],
  [
    'text of a few classes at the end',
    [column('a', 5), column('b', 5), text('species', 3)],
    'species',
  ],
  ['text of thousands of values is no class', [text('label', 1001), text('y', 3)], 'y'],
  ['nor one with gaps', [column('b', 5), column('target', 2, 9), column('c')], 'c'],
];

describe('the target that is guessed', () => {
  test.each(cases)('%s', (_, profiles, target) => {
    expect(guessTarget(profiles, 'data.csv')).toBe(target);
  });

  test.each([
    [
      'none',
      [column('a', 5), text('remark', 2000), column('b', 5)],
      /^no column stands out as the one to predict · data\.csv · name it with --target: b, remark, a$/,
    ],
    [
      'nothing that differs',
      [column('a', 1)],
      /^no column has two different values, so there is nothing to predict · data\.csv · /,
    ],
    [
      'several alike',
      [column('a'), column('b')],
      /^several columns could be the target: a, b · data\.csv · /,
    ],
  ])('%s is an error', (_, profiles, message) => {
    expect(() => guessTarget(profiles, 'data.csv')).toThrow(message);
  });
});
