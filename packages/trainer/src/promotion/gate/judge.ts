import type { PromotionPolicy } from '../policy/policy.ts';
import type { GateOutcome, GateReason, GateVerdict } from './gate-outcome.ts';
import type { PairedGain } from './paired-gain.ts';
import type { Requirement } from './requirements.ts';
import type { SliceGain } from './slice-gains.ts';

/** What a gate has to judge; `gain` and slices are there when both models were scored. */
export interface Evidence {
  readonly champion: 'scored' | 'none' | { readonly unloadable: string };
  readonly gain?: PairedGain | undefined;
  readonly slices: readonly SliceGain[];
  readonly requirements: readonly Requirement[];
  /** Rows compared on; undefined where nothing was scored. */
  readonly rows?: number | undefined;
}

/** Decides by the policy whether the candidate becomes the champion. Pure. */
export function judge(evidence: Evidence, policy: PromotionPolicy): GateVerdict {
  const { outcome, text } = outcomeOf(evidence, policy);
  const against = objections(evidence, policy);
  const refused =
    outcome === 'worse' ||
    (outcome === 'within_noise' && policy.within_noise === 'refuse') ||
    (outcome === 'champion_unloadable' && policy.champion_unloadable === 'refuse') ||
    against.length > 0;
  return {
    outcome,
    decision: refused ? 'refuse' : 'promote',
    reasons: [{ code: outcome, text }, ...against],
  };
}

function outcomeOf(
  { champion, gain }: Evidence,
  policy: PromotionPolicy,
): { readonly outcome: GateOutcome; readonly text: string } {
  if (champion === 'none') return { outcome: 'no_champion', text: 'there is no champion yet' };
  if (champion !== 'scored') {
    const text = `the champion cannot be compared with: ${champion.unloadable}`;
    return { outcome: 'champion_unloadable', text };
  }
  if (!gain) throw new TypeError('a champion that was scored has a gain');
  return compared(gain, policy);
}

function compared(
  { champion, gain, high, low, metric }: PairedGain,
  { max_loss, min_gain }: PromotionPolicy,
): { readonly outcome: GateOutcome; readonly text: string } {
  const share = Math.abs(champion);
  const is = `${metric} ${signed(gain)}, interval ${signed(low)} to ${signed(high)}`;
  if (high < 0) return { outcome: 'worse', text: `worse beyond noise: ${is}` };
  const allowed = Math.min(max_loss.absolute ?? Infinity, (max_loss.relative ?? Infinity) * share);
  if (-gain > allowed) {
    return { outcome: 'worse', text: `worse by more than ${number(allowed)}: ${is}` };
  }
  const wanted = Math.max(min_gain.absolute, min_gain.relative * share);
  if (low > 0 && gain >= wanted) return { outcome: 'better', text: `better beyond noise: ${is}` };
  const why = low > 0 ? `better by less than ${number(wanted)}` : 'within noise';
  return { outcome: 'within_noise', text: `${why}: ${is}` };
}

function objections(
  { requirements, rows, slices }: Evidence,
  { rows: { min } }: PromotionPolicy,
): GateReason[] {
  const few: GateReason[] =
    rows !== undefined && rows < min
      ? [{ code: 'too_few_rows', text: `${rows} rows to compare on, fewer than ${min}` }]
      : [];
  const unmet = requirements
    .filter(({ met }) => !met)
    .map(({ bound, metric, value }): GateReason => ({
      code: 'requirement_not_met',
      text: `${metric} is ${number(value)}, required ${number(bound)}`,
    }));
  const worse = slices
    .filter(({ verdict }) => verdict === 'worse')
    .map(({ column, gain, rows: count, value }): GateReason => ({
      code: 'slice_worse',
      text: `worse where ${column} is ${value} (${count} rows): ${signed(gain ?? NaN)}`,
    }));
  return [...few, ...unmet, ...worse];
}

function number(value: number): string {
  return value.toFixed(4);
}

function signed(value: number): string {
  return value < 0 ? `−${number(-value)}` : `+${number(value)}`;
}
