import type { RecordedDrift } from './record.ts';
import type { Suggestion } from './suggestion.ts';

/** What came of a drift report. */
interface Outcome {
  /** Path of the HTML report; undefined where none was asked for. */
  readonly written: string | undefined;
  readonly recorded: RecordedDrift | undefined;
  readonly suggestion: Suggestion | undefined;
}

/** The outcome for a program. */
export function outcomeAnswer({ written, recorded, suggestion }: Outcome) {
  return {
    html: written ?? null,
    run_id: recorded?.runId ?? null,
    url: recorded?.url ?? null,
    suggestion: suggestion
      ? {
          command: suggestion.quietUntil ? null : suggestion.command,
          quiet_until: suggestion.quietUntil?.toISOString() ?? null,
        }
      : null,
  };
}

/** The outcome for a person. @param tracking whether it was to be recorded */
export function outcomeLines(
  { written, recorded, suggestion }: Outcome,
  tracking: boolean,
): string[] {
  return [
    ...(written === undefined ? [] : [`Report: ${written}`]),
    ...(recorded ? [`Look:   ${recorded.url}`] : []),
    ...(tracking && !recorded
      ? ['Not recorded: a local model belongs to no experiment; name one with --experiment.']
      : []),
    ...(suggestion && !suggestion.quietUntil ? [`Next:   ${suggestion.command}`] : []),
    ...(suggestion?.quietUntil
      ? [
          `Retraining was suggested already; again from ${suggestion.quietUntil.toISOString().slice(0, 16)}Z on (--cool-down).`,
        ]
      : []),
  ];
}
