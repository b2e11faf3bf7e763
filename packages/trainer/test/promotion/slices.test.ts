import { describe, expect, test } from '@jest/globals';
import { sliceGains } from '../../src/promotion/gate/slice-gains.ts';
import { slicesOf } from '../../src/promotion/gate/slices.ts';
import { parsePolicy } from '../../src/promotion/policy/load-policy.ts';

const shape = (cells: readonly (string | number | null)[]) =>
  slicesOf({ name: 'c', cells }).map(({ value, rows }) => [value, [...rows]]);

describe('slicesOf', () => {
  test('levels by name, missing cells on their own', () => {
    expect(shape(['f', 'm', null, 'f'])).toEqual([
      ['f', [0, 3]],
      ['m', [1]],
      ['missing', [2]],
    ]);
  });

  test('few numbers as they are, in their order', () => {
    expect(shape([10, 2, 10, -1])).toEqual([
      ['-1', [3]],
      ['2', [1]],
      ['10', [0, 2]],
    ]);
  });

  test('many numbers in quarters of the rows; ties stay together; every row once', () => {
    const cells = Array.from({ length: 40 }, (_, row) => (row < 20 ? 5 : row));
    const found = slicesOf({ name: 'age', cells });
    expect(found.map(({ value, rows }) => [value, rows.length])).toEqual([
      ['up to 5', 20],
      ['above 5, up to 29', 10],
      ['above 29, up to 39', 10],
    ]);
    expect(found.flatMap(({ rows }) => [...rows]).toSorted((a, b) => a - b)).toEqual(
      cells.map((_, row) => row),
    );
  });

  test('missing cells and the rest come last, whatever the others are', () => {
    const numbers = Array.from({ length: 40 }, (_, row) => (row % 10 === 0 ? null : row - 30));
    expect(slicesOf({ name: 'age', cells: numbers }).map(({ value }) => value)).toEqual([
      'up to -21',
      'above -21, up to -11',
      'above -11, up to -1',
      'above -1, up to 9',
      'missing',
    ]);
    expect(shape(['zone', null, '10', 'a', '9']).map(([value]) => value)).toEqual([
      '9',
      '10',
      'a',
      'zone',
      'missing',
    ]);
  });

  test('the rarest of many levels are one slice', () => {
    const cells = Array.from({ length: 200 }, (_, row) => `level ${row % 60}`);
    const found = slicesOf({ name: 'c', cells });
    expect(found).toHaveLength(51);
    expect(found.find(({ value }) => value === 'others')?.rows).toHaveLength(10 * 3);
  });
});

const judgement = { task: 'binary', threshold: 0.5 } as const;

describe('sliceGains', () => {
  // 200 rows of each of two groups; the candidate is right about a and wrong about b, the champion the other way round.
  const group = Array.from({ length: 400 }, (_, row) => (row < 200 ? 'a' : 'b'));
  const labels = group.map((_, row) => row % 2);
  const scores = (right: string): Float32Array =>
    Float32Array.from(labels, (label, row) => (group[row] === right ? label : 1 - label));
  const pair = {
    metric: 'accuracy' as const,
    labels,
    candidate: { scores: scores('a'), judgement },
    champion: { scores: scores('b'), judgement },
    resamples: 100,
    level: 0.95,
    seed: 1,
  };
  const policy = (text: string) => parsePolicy(`slices: ${text}`).slices;
  const verdicts = async (text: string, columns = [{ name: 'group', cells: group }]) => {
    const gains = await sliceGains(columns, pair, policy(text));
    return gains.map(({ gain, value, verdict }) => [value, gain, verdict]);
  };

  test('a slice that loses more than it may is worse, though another gains as much', async () => {
    expect(await verdicts('{max_drop: 0.5}')).toEqual([
      ['a', 1, 'ok'],
      ['b', -1, 'worse'],
    ]);
    expect((await verdicts('{max_drop: 1}'))[1]).toEqual(['b', -1, 'ok']);
  });

  test('a small slice is not judged, and one where the metric has no value neither', async () => {
    expect((await verdicts('{min_rows: 201}'))[1]).toEqual(['b', null, 'too_few']);
    const byLabel = [{ name: 'y', cells: labels }];
    const gains = await sliceGains(byLabel, { ...pair, metric: 'roc_auc' }, policy('{}'));
    expect(gains.map((one) => one.verdict)).toEqual(['undefined', 'undefined']);
  });

  test('a loss within noise counts only with beyond_noise: false', async () => {
    const almost = Float32Array.from(pair.champion.scores);
    almost[399] = 1 - (almost[399] ?? 0);
    const close = {
      ...pair,
      candidate: { scores: almost, judgement },
    };
    const columns = [{ name: 'group', cells: group }];
    const judged = async (text: string) =>
      (await sliceGains(columns, close, policy(text)))[1]?.verdict;
    expect(await judged('{max_drop: 0.001}')).toBe('ok');
    expect(await judged('{max_drop: 0.001, beyond_noise: false}')).toBe('worse');
  });
});
