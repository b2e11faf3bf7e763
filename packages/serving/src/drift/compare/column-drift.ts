import type { ColumnProfile } from '@xgflow/model';
import type { ColumnDrift, ColumnStatus } from '../drift-report.ts';
import { psiByChance } from '../statistics/psi.ts';
import type { ColumnComparison } from './compare-column.ts';
import type { Verdict } from './judge.ts';

export interface Rules {
  /** Probability of any false alarm. */
  readonly alpha: number;
  /** How many tests share it. */
  readonly tests: number;
  /** Fewer rows, here or in the reference, are not judged. */
  readonly minRows: number;
}

/** Whether a column has rows enough on both sides. */
export function isJudged({ profile, tally }: ColumnComparison, minRows: number): boolean {
  return tally.rows >= minRows && profile.rows >= minRows;
}

/** A comparison with its verdict; without one it was not judged. */
export function columnDrift(
  comparison: ColumnComparison,
  verdict: Verdict | undefined,
  { alpha, tests }: Rules,
): ColumnDrift {
  const { name, kind, profile, tally, bins, pValue, psi, jensenShannon } = comparison;
  const filled = bins.filter(({ reference, current }) => reference + current > 0).length;
  return {
    name,
    kind,
    status: statusOf(comparison, verdict, alpha / Math.max(1, tests)),
    severity: verdict?.severity ?? 'unknown',
    psi,
    psiByChance: psiByChance({
      referenceRows: profile.rows,
      currentRows: tally.rows,
      bins: filled,
      alpha: alpha / Math.max(1, tests),
    }),
    jensenShannon,
    ks: comparison.kolmogorovSmirnov ?? null,
    chiSquare: comparison.chiSquare ?? null,
    pValue,
    adjustedPValue: verdict?.adjustedPValue ?? 1,
    missing: {
      reference: share(profile.missing, profile.rows),
      current: share(tally.missing, tally.rows),
    },
    mean: { reference: momentsOf(profile).mean, current: tally.mean },
    sd: { reference: momentsOf(profile).sd, current: tally.sd },
    unseenRows: tally.unseen,
    newLevels: Object.fromEntries(tally.newLevels),
    bins,
  };
}

function statusOf(
  { profile, tally, unseenPValue }: ColumnComparison,
  verdict: Verdict | undefined,
  alpha: number,
): ColumnStatus {
  if (tally.rows === 0 || profile.rows === 0) return 'empty';
  if (!verdict) return 'too-few-rows';
  if (tally.missing === tally.rows) return 'all-missing';
  if (tally.unseen > 0 && unseenPValue < alpha) return 'new-levels';
  if (tally.constant) return 'constant';
  return verdict.severity === 'unknown' ? 'too-few-rows' : verdict.severity;
}

function momentsOf(profile: ColumnProfile): { mean: number | null; sd: number | null } {
  return profile.kind === 'categorical' ? { mean: null, sd: null } : profile;
}

function share(count: number, rows: number): number {
  return rows === 0 ? 0 : count / rows;
}
