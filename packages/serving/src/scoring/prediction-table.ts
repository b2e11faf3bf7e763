import { float32ToString } from '../batch/float32-to-string.ts';
import { refuse } from './refuse.ts';
import type { Scored } from './scored.ts';

/** A table as pandas' split form has it. */
export interface PredictionTable {
  readonly columns: readonly string[];
  readonly data: readonly (readonly unknown[])[];
}

/**
 * What `xgflow predict` writes, row by row: the value, or the probability (of each class, for several) and
 * the class by the model's threshold; and how many levels were new.
 *
 * @param keep the input's cells behind them
 * @throws {RefusedRequestError} several values a row that are no classes, as `xgflow predict` refuses them: they
 *   have no names · a column to keep with the name of one of these
 */
export function predictionTable(
  { predictor, input, predictions }: Scored,
  keep: boolean,
): PredictionTable {
  const { kind, classes, objective } = predictor.info;
  const { labels, outputs, probabilities, unseen } = predictions;
  if (kind === 'value' && outputs > 1) {
    const message = `a model with several values a row (${objective})`;
    throw refuse('INVALID_PARAMETER_VALUE', '', [message, 'ask /invocations, which gives them']);
  }
  const number = (at: number): number => Number(float32ToString(probabilities[at] ?? Number.NaN));
  const names = [
    ...scoreNames(kind, classes),
    ...(kind === 'value' ? [] : ['prediction']),
    'unseen_levels',
  ];
  const kept = keep && input.kind === 'rows' ? input : undefined;
  if (kept) refuseClash(kept.names, names);
  return {
    columns: [...names, ...(kept?.names ?? [])],
    data: Array.from(unseen, (cells, row) => [
      ...Array.from({ length: outputs }, (_, at) => number(row * outputs + at)),
      ...(kind === 'value' ? [] : [classes?.[labels[row] ?? 0] ?? labels[row] ?? null]),
      cells,
      ...(kept?.rows[row] ?? []),
    ]),
  };
}

function scoreNames(
  kind: 'binary' | 'multiclass' | 'value',
  classes: readonly (string | number)[] = [],
): string[] {
  if (kind === 'multiclass') return classes.map((name) => `probability_${name}`);
  return [kind === 'binary' ? 'probability' : 'prediction'];
}

/** Two columns of one name are read by nobody. */
function refuseClash(kept: readonly string[], own: readonly string[]): void {
  const taken = own.find((name) => kept.includes(name));
  if (taken === undefined) return;
  const message = `a column "${taken}" cannot be kept beside the answer's own`;
  throw refuse('INVALID_PARAMETER_VALUE', '', [message, 'rename it, or leave keep out']);
}
