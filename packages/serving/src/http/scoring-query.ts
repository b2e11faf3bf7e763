/** What a scoring request asks for in its address. */
export interface ScoringQuery {
  /** Reasons per row. */
  readonly top: number;
  /** All columns of a CSV body back beside the predictions. */
  readonly keep: boolean;
}

/** Reasons per row, unless `?top=` says otherwise. */
const DEFAULT_TOP = 5;
const MOST_REASONS = 1000;

/** Reads `?top=` and `?keep=`; what a route has no use for is not looked at. */
export function scoringQuery(query: unknown): ScoringQuery | { readonly refused: string } {
  const { keep, top } = query as { readonly keep?: unknown; readonly top?: unknown };
  const reasons = top === undefined ? DEFAULT_TOP : Number(top);
  if (!Number.isInteger(reasons) || reasons < 1 || reasons > MOST_REASONS) {
    return {
      refused: `not a whole number from 1 to ${MOST_REASONS} · top in the address · leave it out for ${DEFAULT_TOP}`,
    };
  }
  if (keep !== undefined && keep !== 'all') {
    return {
      refused: 'not the word all · keep in the address · leave it out for the predictions only',
    };
  }
  return { top: reasons, keep: keep === 'all' };
}
