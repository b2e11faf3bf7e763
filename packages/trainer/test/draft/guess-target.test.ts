import { describe, expect, test } from '@jest/globals';
import { guessTarget } from '../../src/draft/guess-target.ts';

const column = (name: string, distinct = 2, present = 10) => ({
  name,
  kind: 'integer' as const,
  rows: 10,
  present,
  distinct,
  examples: [0, 1],
});

const cases: readonly [string, ReturnType<typeof column>[], string][] = [
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
  ['nor one with gaps', [column('b', 5), column('target', 2, 9), column('c')], 'c'],
];

describe('the target that is guessed', () => {
  test.each(cases)('%s', (_, profiles, target) => {
    expect(guessTarget(profiles, 'data.csv')).toBe(target);
  });

  test.each([
    [
      'none',
      [column('a', 5)],
      /^no column has exactly two classes without gaps · data\.csv · .*--target$/,
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
