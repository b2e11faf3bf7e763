import { holm } from '../statistics/holm.ts';
import type { Severity } from '../drift-report.ts';

/** Something that may raise an alarm. */
export interface Evidence {
  /** Size of the change. */
  readonly effect: number;
  /** Sizes from which on it matters. */
  readonly levels: { readonly warning: number; readonly drift: number };
  readonly pValue: number;
}

/** What a piece of evidence amounts to. */
export interface Verdict {
  readonly severity: Severity;
  readonly adjustedPValue: number;
}

/**
 * Judges everything that was looked at together. An alarm needs both: a change that matters (its size)
 * and one that is more than chance (Holm's p-value below `alpha`), so that neither many rows nor many
 * columns nor few rows raise one by themselves.
 */
export function judge(evidence: readonly Evidence[], alpha: number): Verdict[] {
  const adjusted = holm(evidence.map(({ pValue }) => pValue));
  return evidence.map(({ effect, levels }, index) => {
    const adjustedPValue = adjusted[index] ?? 1;
    const isChance = adjustedPValue >= alpha;
    const severity =
      isChance || effect < levels.warning ? 'ok' : effect < levels.drift ? 'warning' : 'drift';
    return { severity, adjustedPValue };
  });
}
