import { float32ToString } from '../batch/float32-to-string.ts';
import type { Scored } from './scored.ts';

/** A table as pandas' split form has it. */
export interface PredictionTable {
  readonly columns: readonly string[];
  readonly data: readonly (readonly unknown[])[];
}

/**
 * What `xgflow predict` writes, row by row: the probability (of each class, for several), the class
 * by the model's threshold, and how many levels were new.
 *
 * @param keep the input's cells behind them
 */
export function predictionTable(
  { predictor, input, predictions }: Scored,
  keep: boolean,
): PredictionTable {
  const { kind, classes } = predictor.info;
  const { labels, outputs, probabilities, unseen } = predictions;
  const number = (at: number): number => Number(float32ToString(probabilities[at] ?? Number.NaN));
  const names = classNames(kind, classes, outputs);
  const kept = keep && input.kind === 'rows' ? input : undefined;
  return {
    columns: [
      ...names,
      ...(kind === 'value' ? [] : ['prediction']),
      'unseen_levels',
      ...(kept?.names ?? []),
    ],
    data: Array.from(unseen, (cells, row) => [
      ...Array.from({ length: outputs }, (_, at) => number(row * outputs + at)),
      ...(kind === 'value' ? [] : [classes?.[labels[row] ?? 0] ?? labels[row] ?? null]),
      cells,
      ...(kept?.rows[row] ?? []),
    ]),
  };
}

function classNames(
  kind: 'binary' | 'multiclass' | 'value',
  classes: readonly (string | number)[] | undefined,
  outputs: number,
): string[] {
  if (kind === 'binary') return ['probability'];
  if (kind === 'value' && outputs === 1) return ['prediction'];
  return Array.from({ length: outputs }, (_, at) => `probability_${classes?.[at] ?? at}`);
}
