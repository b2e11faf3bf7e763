import { metricNumber } from '../../metrics/metric-number.ts';
import type { PromotionPolicy } from '../policy/policy.ts';
import type { GateOutcome, GateReason, GateVerdict } from './gate-outcome.ts';
import type { PairedGain } from './paired-gain.ts';
import type { Requirement } from './requirements.ts';
import { signedAmount } from './signed-amount.ts';
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
  found: PairedGain,
  { max_loss, min_gain, within_noise }: PromotionPolicy,
): { readonly outcome: GateOutcome; readonly text: string } {
  const { candidate, champion, gain, high, low, metric } = found;
  const share = Math.abs(champion);
  const is = Number.isFinite(gain)
    ? `${metric} ${signedAmount(gain)}, ${intervalText(found)}`
    : `${metric} ${metricNumber(candidate)} against ${metricNumber(champion)}`;
  if (gain === -Infinity) return { outcome: 'worse', text: `worse beyond measure: ${is}` };
  if (high < 0) return { outcome: 'worse', text: `worse beyond noise: ${is}` };
  const allowed = Math.min(max_loss.absolute ?? Infinity, shareOf(share, max_loss.relative));
  if (-gain > allowed) {
    return { outcome: 'worse', text: `worse by more than ${metricNumber(allowed)}: ${is}` };
  }
  const wanted = Math.max(min_gain.absolute, min_gain.relative * share);
  if (low > 0 && gain >= wanted) return { outcome: 'better', text: `better beyond noise: ${is}` };
  const why = low > 0 ? `better by less than ${metricNumber(wanted)}` : 'within noise';
  const passes = within_noise === 'promote' ? 'lets pass' : 'does not let pass';
  const text = `${why}: ${is}; not seen to be better, which within_noise: ${within_noise} ${passes}`;
  return { outcome: 'within_noise', text };
}

/** Without a bound there is none, also where the champion's value is 0. */
function shareOf(value: number, relative: number | undefined): number {
  return relative === undefined ? Infinity : relative * value;
}

function intervalText({ defined, high, low }: PairedGain): string {
  return Number.isNaN(low)
    ? `interval unknown: only ${defined} resamples have a value`
    : `interval ${signedAmount(low)} to ${signedAmount(high)}`;
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
    .map(({ bound, metric, value }): GateReason => {
      // What so few digits do not tell apart is told in full.
      const shown = metricNumber(value) === metricNumber(bound) ? String : metricNumber;
      const text = `${metric} is ${shown(value)}, required ${shown(bound)}`;
      return { code: 'requirement_not_met', text };
    });
  const worse = slices
    .filter(({ verdict }) => verdict === 'worse')
    .map(({ candidate, champion, column, gain, rows: count, value }): GateReason => {
      const by =
        gain === null
          ? `${metricNumber(candidate)} against ${metricNumber(champion)}`
          : signedAmount(gain);
      return {
        code: 'slice_worse',
        text: `worse where ${column} is ${value} (${count} rows): ${by}`,
      };
    });
  return [...few, ...unmet, ...worse];
}
