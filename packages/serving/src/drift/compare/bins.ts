import type { ColumnProfile } from '@xgflow/model';
import type { Tally } from '../tally/tally.ts';

/** A bin of a column in the reference and in the current data. */
export interface Bin {
  readonly label: string;
  /** `range` bins are neighbours in their order; `other` are values or known levels without a bin of their own. */
  readonly kind: 'range' | 'level' | 'other' | 'unseen' | 'missing';
  /** Rows. */
  readonly reference: number;
  readonly current: number;
}

/**
 * The bins that PSI is computed on: ranges or levels, with what is missing and unseen as bins of their own.
 *
 * No row of a training table has an unseen level, but some of a fresh table do. How many is told by the
 * levels that occur once: without its row, such a level would be unseen. So these rows count as unseen in
 * the reference.
 *
 * Source: I. J. Good, The population frequencies of species (1953).
 */
export function binsOf(profile: ColumnProfile, tally: Tally): Bin[] {
  const missing: Bin = {
    label: 'missing',
    kind: 'missing',
    reference: profile.missing,
    current: tally.missing,
  };
  return [...valueBins(profile, tally), missing].filter(
    ({ kind, reference, current }) => kind === 'range' || reference + current > 0,
  );
}

function valueBins(profile: ColumnProfile, tally: Tally): Bin[] {
  const { counts } = tally;
  switch (profile.kind) {
    case 'numeric':
      return profile.bins.map((first, bin) => {
        const end = profile.bins[bin + 1] ?? profile.counts.length;
        return {
          label: rangeLabel(profile.edges[first - 1], profile.edges[end - 1]),
          kind: 'range',
          reference: sum(profile.counts.slice(first, end)),
          current: sum(counts.slice(first, end)),
        };
      });
    case 'discrete':
      return [
        ...profile.values.map((value, at) => ({
          label: numberText(value),
          kind: 'level' as const,
          reference: unlessOnce(profile.counts[at]),
          current: counts[2 * at + 1] ?? 0,
        })),
        {
          label: 'other values',
          kind: 'unseen',
          reference: profile.counts.filter((count) => count === 1).length,
          current: sum(counts.filter((_, place) => place % 2 === 0)),
        },
      ];
    case 'categorical':
      return [
        ...profile.levels.map((level, at) => ({
          label: String(level),
          kind: 'level' as const,
          reference: unlessOnce(profile.counts[at]),
          current: counts[at] ?? 0,
        })),
        {
          label: 'other levels',
          kind: 'other',
          reference:
            profile.others -
            (profile.singletons - profile.counts.filter((count) => count === 1).length),
          current: tally.others,
        },
        {
          label: 'unseen levels',
          kind: 'unseen',
          reference: profile.unseen + profile.singletons,
          current: tally.unseen,
        },
      ];
  }
}

function unlessOnce(count = 0): number {
  return count === 1 ? 0 : count;
}

/** A number as people read it: four digits are enough for an axis. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function rangeLabel(above: number | undefined, to: number | undefined): string {
  if (above === undefined) return to === undefined ? 'any value' : `≤ ${numberText(to)}`;
  return to === undefined ? `> ${numberText(above)}` : `${numberText(above)} – ${numberText(to)}`;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
