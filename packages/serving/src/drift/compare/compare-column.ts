import type { ColumnProfile } from '@xgflow/model';
import { chiSquare, type ChiSquare } from '../statistics/chi-square.ts';
import { jensenShannon } from '../statistics/jensen-shannon.ts';
import { kolmogorovSmirnov, type KolmogorovSmirnov } from '../statistics/kolmogorov-smirnov.ts';
import { psi } from '../statistics/psi.ts';
import { shareTest } from '../statistics/share-test.ts';
import type { Tally } from '../tally/tally.ts';
import { binsOf, type Bin } from './bins.ts';
import { poolBins } from './pool-bins.ts';

/** A column's current data beside its reference, before anything is judged. */
export interface ColumnComparison {
  readonly name: string;
  readonly kind: ColumnProfile['kind'];
  readonly profile: ColumnProfile;
  readonly tally: Tally;
  readonly bins: readonly Bin[];
  /** Population stability index over the bins. */
  readonly psi: number;
  /** Jensen–Shannon distance over the bins, 0 to 1. */
  readonly jensenShannon: number;
  /** Of numbers, missing ones left out. */
  readonly kolmogorovSmirnov: KolmogorovSmirnov | undefined;
  /** Over bins pooled to at least five expected rows, without what was never seen. */
  readonly chiSquare: ChiSquare | undefined;
  /** p-value of the share of missing rows. */
  readonly missingPValue: number;
  /** p-value of the share of rows with an unseen level. */
  readonly unseenPValue: number;
  /** The smallest of the tests' p-values times their number (Bonferroni): of this column alone. */
  readonly pValue: number;
}

/** Compares a column. The tests need no row of the reference, only its counts. */
export function compareColumn(profile: ColumnProfile, tally: Tally): ColumnComparison {
  const bins = binsOf(profile, tally);
  const counts = (side: 'reference' | 'current'): number[] => bins.map((bin) => bin[side]);
  const [reference, current] = [counts('reference'), counts('current')];
  const pooled = poolBins(bins.filter(({ kind }) => kind !== 'unseen'));
  const ks = ksOf(profile, tally);
  const chi = chiSquare(pooled.reference, pooled.current);
  const missingPValue = shareTest(
    { count: profile.missing, rows: profile.rows },
    { count: tally.missing, rows: tally.rows },
  );
  const unseenPValue = unseenTest(bins, profile.rows, tally.rows);
  const tests = [ks?.pValue, chi?.pValue, missingPValue, unseenPValue];
  const pValues = tests.filter((pValue) => pValue !== undefined);
  return {
    name: profile.name,
    kind: profile.kind,
    profile,
    tally,
    bins,
    psi: psi(reference, current),
    jensenShannon: jensenShannon(reference, current),
    kolmogorovSmirnov: ks,
    chiSquare: chi,
    missingPValue,
    unseenPValue,
    pValue: Math.min(1, pValues.length * Math.min(...pValues)),
  };
}

function ksOf(profile: ColumnProfile, tally: Tally): KolmogorovSmirnov | undefined {
  if (profile.kind === 'categorical') return undefined;
  const reference =
    profile.kind === 'numeric'
      ? profile.counts
      : // Places: a gap, a value, a gap … The reference has nothing in the gaps.
        [0, ...profile.counts.flatMap((count) => [count, 0])];
  return kolmogorovSmirnov(reference, tally.counts);
}

/**
 * What was never seen, against what chance brings: see `binsOf`. Rows whose level occurs once make a count
 * that scatters up to twice as much as one of rows by themselves (Good, 1953: two rows that share a level
 * leave it together), so the reference counts as half as many rows.
 */
function unseenTest(bins: readonly Bin[], referenceRows: number, currentRows: number): number {
  const unseen = bins.find(({ kind }) => kind === 'unseen');
  if (!unseen) return 1;
  return shareTest(
    { count: Math.ceil(unseen.reference / 2), rows: referenceRows / 2 },
    { count: unseen.current, rows: currentRows },
  );
}
