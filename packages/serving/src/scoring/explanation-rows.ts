import type { Explanation, ExplanationScale } from '@xgflow/model';
import type { Scored } from './scored.ts';
import type { ScoringInput } from './scoring-input.ts';

/** Reasons as /explain gives them. */
interface ExplanationRows {
  /** What bias and reasons are parts of. */
  readonly scale: ExplanationScale;
  readonly explanations: readonly Readonly<Record<string, unknown>>[];
}

/** Why each row is predicted as it is: bias + reasons + others (+ log_exposure) = margin, on the scale. */
export function explanationRows(scored: Scored, top: number): ExplanationRows {
  const { input, predictions, predictor } = scored;
  const { classes, kind } = predictor.info;
  const { outputs, labels, probabilities, unseen } = predictions;
  const named = (label: number | undefined) =>
    label === undefined ? null : (classes?.[label] ?? label);
  const { rows, scale } = predictor.explainRecords(recordsOf(input), { top });
  const explanations = rows.map((row, at) => ({
    prediction: row.prediction,
    ...(kind === 'multiclass'
      ? { probabilities: [...probabilities.subarray(at * outputs, (at + 1) * outputs)] }
      : {}),
    label: named(labels[at]),
    explained_class: named(row.label),
    unseen_levels: unseen[at] ?? 0,
    bias: row.bias,
    ...(row.logExposure === undefined ? {} : { log_exposure: row.logExposure }),
    margin: row.margin,
    reasons: row.reasons,
    others: othersOf(row),
  }));
  return { scale, explanations };
}

/** What the features do together that are not among the reasons. */
function othersOf({ contributions, reasons }: Explanation): number {
  if (reasons.length >= contributions.filter((value) => value !== 0).length) return 0;
  const all = contributions.reduce((sum, value) => sum + value, 0);
  return all - reasons.reduce((sum, { contribution }) => sum + contribution, 0);
}

function recordsOf(input: ScoringInput): readonly Readonly<Record<string, unknown>>[] {
  if (input.kind === 'records') return input.records;
  const { names, rows } = input;
  return rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at]])));
}
