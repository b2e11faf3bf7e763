import { differenceLabels, logTicks } from '../../report/index.ts';
import { amount } from './numbers.ts';

/** What contributions of features come to, in words and on an axis. */
export interface EffectScale {
  /** What it makes of a sum of contributions: a factor, or an amount. */
  readonly of: (contribution: number) => number;
  /** `× 1.3`, `+120`. */
  readonly text: (contribution: number) => string;
  /** What changes nothing. */
  readonly neutral: number;
  /** Vega-lite: scale and axis of a field of such values, which lie between two of them. */
  readonly look: (low: number, high: number) => Readonly<Record<string, unknown>>;
  /** What is moved: `the odds`, `the prediction`. */
  readonly what: string;
  /** Titles of the axes of the summary, and of one feature's picture. */
  readonly titles: { readonly summary: string; readonly feature: string };
  /** What speaks for and what against. */
  readonly sides: readonly [up: string, down: string];
}

function factors(words: Pick<EffectScale, 'what' | 'titles' | 'sides'>): EffectScale {
  return {
    ...words,
    of: Math.exp,
    text: (contribution) => `× ${factorText(Math.exp(contribution))}`,
    neutral: 1,
    look: (low, high) => ({
      scale: { type: 'log', base: 2, nice: false, padding: 8 },
      axis: { values: factorTicks(low, high), labelExpr: "'× ' + format(datum.value, '.3~g')" },
    }),
  };
}

/** Few enough for a label at each, and × 1 always among them. */
function factorTicks(low: number, high: number): number[] {
  const ticks = logTicks(Math.min(low, 1), Math.max(high, 1), 4);
  return ticks.includes(1) ? ticks : [...ticks.filter((tick) => Math.abs(tick - 1) > 0.1), 1];
}

/** Near 1 a third digit says in which direction. */
function factorText(factor: number): string {
  return String(Number(factor.toPrecision(factor > 0.5 && factor < 2 ? 3 : 2)));
}

/** Log-odds: what a value does to the odds. */
export const oddsScale: EffectScale = factors({
  what: 'the odds',
  titles: { summary: 'makes the odds so many times as large', feature: 'times the odds' },
  sides: ['for', 'against'],
});

/** Of a log link: the prediction is multiplied. */
export const factorScale: EffectScale = factors({
  what: 'the prediction',
  titles: {
    summary: 'makes the prediction so many times as large',
    feature: 'times the prediction',
  },
  sides: ['up', 'down'],
});

/** Of the identity: so much is added, in units of the target. */
export function amountScale(target: string): EffectScale {
  return {
    of: (contribution) => contribution,
    text: (contribution) => `${contribution >= 0 ? '+' : '−'}${amount(Math.abs(contribution))}`,
    neutral: 0,
    look: () => ({
      scale: { nice: false, zero: false, padding: 8 },
      axis: { tickCount: 4, ...differenceLabels },
    }),
    what: 'the prediction',
    titles: { summary: `adds to the predicted ${target}`, feature: `adds to ${target}` },
    sides: ['up', 'down'],
  };
}
