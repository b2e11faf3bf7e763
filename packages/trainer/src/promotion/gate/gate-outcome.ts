/** What a gate found when it compared a candidate with the champion. */
export type GateOutcome =
  'better' | 'within_noise' | 'worse' | 'no_champion' | 'champion_unloadable';

/** Why a gate decided as it did: stable codes for programs. */
export type GateReasonCode = GateOutcome | 'slice_worse' | 'requirement_not_met' | 'too_few_rows';

export interface GateReason {
  readonly code: GateReasonCode;
  /** For people, one line. */
  readonly text: string;
}

export interface GateVerdict {
  readonly outcome: GateOutcome;
  readonly decision: 'promote' | 'refuse';
  /** The outcome's own reason first, then what else speaks against the candidate. */
  readonly reasons: readonly GateReason[];
}
