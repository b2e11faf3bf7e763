import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/promotion/gate/judge.ts';
import type { Evidence } from '../../src/promotion/gate/judge.ts';
import type { PairedGain } from '../../src/promotion/gate/paired-gain.ts';
import { parsePolicy } from '../../src/promotion/policy/load-policy.ts';

function gained(gain: number, low: number, high: number, champion = 0.8): PairedGain {
  return {
    metric: 'f1',
    direction: 'maximize',
    candidate: champion + gain,
    champion,
    gain,
    low,
    high,
    defined: 1000,
  };
}

const evidence = (gain: PairedGain, more: Partial<Evidence> = {}): Evidence => ({
  champion: 'scored',
  gain,
  slices: [],
  requirements: [],
  rows: 500,
  ...more,
});

const better = gained(0.05, 0.02, 0.08);
const noise = gained(-0.01, -0.03, 0.01);
const worse = gained(-0.05, -0.08, -0.02);

const outcomes = [
  { name: 'better', of: evidence(better), policy: '', is: ['better', 'promote'] },
  { name: 'within noise', of: evidence(noise), policy: '', is: ['within_noise', 'promote'] },
  {
    name: 'within noise, to be refused',
    of: evidence(noise),
    policy: 'within_noise: refuse',
    is: ['within_noise', 'refuse'],
  },
  { name: 'worse', of: evidence(worse), policy: '', is: ['worse', 'refuse'] },
  {
    name: 'no champion',
    of: { champion: 'none', slices: [], requirements: [] },
    policy: '',
    is: ['no_champion', 'promote'],
  },
  {
    name: 'champion unloadable',
    of: { champion: { unloadable: 'gone' }, slices: [], requirements: [] },
    policy: '',
    is: ['champion_unloadable', 'refuse'],
  },
  {
    name: 'champion unloadable, to be replaced',
    of: { champion: { unloadable: 'gone' }, slices: [], requirements: [] },
    policy: 'champion_unloadable: promote',
    is: ['champion_unloadable', 'promote'],
  },
  {
    name: 'a gain smaller than asked for, absolute',
    of: evidence(better),
    policy: '{min_gain: {absolute: 0.06}, within_noise: refuse}',
    is: ['within_noise', 'refuse'],
  },
  {
    name: 'a gain smaller than asked for, relative',
    of: evidence(better),
    policy: 'min_gain: {relative: 0.07}',
    is: ['within_noise', 'promote'],
  },
  {
    name: 'a gain as large as asked for',
    of: evidence(better),
    policy: 'min_gain: {absolute: 0.05, relative: 0.06}',
    is: ['better', 'promote'],
  },
  {
    name: 'a loss larger than allowed, though within noise',
    of: evidence(noise),
    policy: 'max_loss: {absolute: 0.005}',
    is: ['worse', 'refuse'],
  },
  {
    name: 'a loss larger than allowed, relative',
    of: evidence(noise),
    policy: 'max_loss: {relative: 0.01}',
    is: ['worse', 'refuse'],
  },
  {
    name: 'a loss as large as allowed',
    of: evidence(noise),
    policy: 'max_loss: {absolute: 0.01}',
    is: ['within_noise', 'promote'],
  },
  {
    name: 'an interval that ends at zero is no gain',
    of: evidence(gained(0.02, 0, 0.04)),
    policy: 'within_noise: refuse',
    is: ['within_noise', 'refuse'],
  },
  {
    name: 'no resample with a value',
    of: evidence(gained(0.02, NaN, NaN)),
    policy: 'within_noise: refuse',
    is: ['within_noise', 'refuse'],
  },
  {
    name: 'a loss larger than allowed of a champion whose value is 0',
    of: evidence(gained(-0.2, -0.5, 0.1, 0)),
    policy: 'max_loss: {absolute: 0.05}',
    is: ['worse', 'refuse'],
  },
  {
    name: 'infinitely worse, without an interval',
    of: evidence(gained(-Infinity, NaN, NaN)),
    policy: '',
    is: ['worse', 'refuse'],
  },
] satisfies { name: string; of: Evidence; policy: string; is: [string, string] }[];

test.each(outcomes)('$name', ({ of, policy, is }) => {
  const { decision, outcome, reasons } = judge(of, parsePolicy(policy));
  expect([outcome, decision]).toEqual(is);
  expect(reasons[0]?.code).toBe(outcome);
});

describe('the reason', () => {
  const text = (gain: PairedGain, policy = ''): string | undefined =>
    judge(evidence(gain), parsePolicy(policy)).reasons[0]?.text;

  test('says plainly that within noise nothing is seen to be better, and what lets it pass', () => {
    expect(text(noise)).toBe(
      'within noise: f1 −0.0100, interval −0.0300 to +0.0100; not seen to be better, which within_noise: promote lets pass',
    );
    expect(text(noise, 'within_noise: refuse')).toMatch(/within_noise: refuse does not let pass$/);
    expect(text(better, 'min_gain: {absolute: 0.06}')).toMatch(
      /^better by less than 0\.0600: f1 \+0\.0500, .*; not seen to be better/,
    );
  });

  test('has no interval where there is none, and no number that is none', () => {
    expect(text({ ...gained(0.02, NaN, NaN), defined: 3 })).toMatch(
      /^within noise: f1 \+0\.0200, interval unknown: only 3 resamples have a value; /,
    );
    expect(text(gained(-Infinity, NaN, NaN))).toMatch(
      /^worse beyond measure: f1 -Infinity against /,
    );
  });

  test('does not round a small difference to nothing', () => {
    expect(text(gained(-0.00012, -0.0003, -0.00001, 0.0042))).toBe(
      'worse beyond noise: f1 −0.00012, interval −0.0003 to −0.00001',
    );
  });
});

describe('what speaks against a better candidate refuses it', () => {
  const slice = {
    column: 'gender',
    value: 'f',
    rows: 240,
    candidate: 0.6,
    champion: 0.7,
    gain: -0.1,
    interval: [-0.15, -0.05] as const,
    verdict: 'worse' as const,
  };
  const unmet = { metric: 'recall' as const, bound: 0.9, value: 0.85, met: false };

  test('a slice, a bound, too few rows: each with its code', () => {
    const more = { slices: [slice], requirements: [unmet], rows: 20 };
    const { decision, outcome, reasons } = judge(evidence(better, more), parsePolicy(''));
    expect([outcome, decision]).toEqual(['better', 'refuse']);
    expect(reasons.map(({ code }) => code)).toEqual([
      'better',
      'too_few_rows',
      'requirement_not_met',
      'slice_worse',
    ]);
    expect(reasons[3]?.text).toBe('worse where gender is f (240 rows): −0.1000');
  });

  test('a bound that is missed by less than four decimals show is told in full', () => {
    const near = { ...unmet, value: 0.89996 };
    const { reasons } = judge(evidence(better, { requirements: [near] }), parsePolicy(''));
    expect(reasons[1]?.text).toBe('recall is 0.89996, required 0.9');
  });

  test('a slice that is infinitely worse has no gain to show', () => {
    const lost = { ...slice, candidate: -0.5, champion: 1.1, gain: null, interval: null };
    const { reasons } = judge(evidence(better, { slices: [lost] }), parsePolicy(''));
    expect(reasons[1]?.text).toBe('worse where gender is f (240 rows): -0.5000 against 1.1000');
  });

  test('also where there is no champion to compare with', () => {
    const first: Evidence = { champion: 'none', slices: [], requirements: [unmet], rows: 500 };
    expect(judge(first, parsePolicy('')).decision).toBe('refuse');
  });

  test('a slice that is well, or too small, does not', () => {
    const slices = [
      { ...slice, verdict: 'ok' as const },
      { ...slice, verdict: 'too_few' as const },
    ];
    expect(judge(evidence(better, { slices }), parsePolicy('')).decision).toBe('promote');
  });
});
