import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '../../src/config/config-error.ts';
import { configHash } from '../../src/config/config-hash.ts';
import { parseSweepConfig } from '../../src/config/load-sweep-config.ts';
import { sweepText } from './sweep-text.ts';

const variants = `variants:
  a: {}
  b: { params: { gamma: 1 } }
  c: { split: { seed: 9 } }
  d: { search: { folds: 3 } }
`;

const text = (ensembles: string, more = ''): string =>
  `${sweepText()}\n${more}${variants}ensembles:\n  ${ensembles}\n`;

function problemsOf(written: string): string[] {
  try {
    parseSweepConfig(written);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ what, fix }) => `${what} · ${fix}`);
  }
  throw new Error('the text was accepted');
}

describe('ensembles that cannot be', () => {
  test.each([
    ['x: { of: [a, e] }', 'no variant e · use one of a, b, c, d'],
    ['x: { of: [a, a] }', 'a is named twice · name it once'],
    ['a: { of: [a, b] }', 'a is also a variant · give it another name'],
    [
      'x: { of: [a, c] }',
      'variants a and c of ensemble x have different splits or folds · give them the same split and search.folds',
    ],
    [
      'x: { of: [b, d] }',
      'variants b and d of ensemble x have different splits or folds · give them the same split and search.folds',
    ],
    ['x: { of: [a] }', expect.stringContaining('ensembles.x.of')],
    ['x: { method: vote }', expect.stringContaining('ensembles.x.method is vote')],
  ])('%s', (ensembles, problem) => {
    expect(problemsOf(text(ensembles))).toContainEqual(problem);
  });

  test('a stack with an exposure', () => {
    const regression = 'task: regression\nexposure: years\n';
    const problems = problemsOf(text('x: { of: [a, b], method: stacked }', regression));
    expect(problems).toContain('a stack does not scale with an exposure · use average or weighted');
  });
});

test('variants are named, the method is average unless said; the hash without any is unchanged', () => {
  const config = parseSweepConfig(text('x: { of: [a, b] }'));
  expect(config.ensembles).toEqual({ x: { of: ['a', 'b'], method: 'average' } });
  const plain = parseSweepConfig(`${sweepText()}\n${variants}`);
  expect(plain).not.toHaveProperty('ensembles');
  expect(configHash(plain)).not.toBe(configHash(config));
});

test('of the chosen variants those ensembles are made that have all of theirs', () => {
  const written = `${sweepText()}\nvariants:\n  a: {}\n  b: {}\n  e: {}\nensembles:\n  all: {}\n  two: { of: [a, e] }\n`;
  const chosen = (names: string[]) => parseSweepConfig(written, { variants: names }).ensembles;
  expect(chosen(['a', 'b', 'e'])).toMatchObject({ all: { of: ['a', 'b', 'e'] }, two: {} });
  expect(chosen(['a', 'b'])).toEqual({ all: { of: ['a', 'b'], method: 'average' } });
  expect(chosen(['a'])).toBeUndefined();
});
