import { readFileSync } from 'node:fs';
import type { ScoredRows } from '../../src/report/scored-rows.ts';
import { drawn, typed } from '../metrics/reference.ts';
import type { Drawn, Dtype } from '../metrics/reference.ts';

/** null: undefined, NaN. */
type Value = number | 'inf' | null;

interface Expected {
  /** False positive rates, true positive rates, thresholds. */
  roc: [Value[], Value[], Value[]];
  precision_recall: [number[], number[], number[]];
  confusion: [[number, number], [number, number]];
  gains?: { rows_share: number[]; gain: number[]; lift: number[] };
  /** By number of bins: mean predicted, observed, rows. */
  calibration?: Record<string, [number[], number[], number[]]>;
}

interface Stored {
  name: string;
  dtype: Dtype;
  labels: number[];
  scores: number[];
  expected: Expected;
}

interface DrawnReport extends Drawn {
  expected: Expected;
}

interface Model {
  params: Record<string, string | number>;
  rounds: number;
  rows: number;
  mean_abs_shap: number[];
  gain: Record<string, number>;
}

const reference = JSON.parse(
  readFileSync(new URL('../fixtures/report.json', import.meta.url), 'utf8'),
) as { stored: Stored[]; drawn: DrawnReport[]; model: Model };

export interface ReferenceCase {
  readonly name: string;
  readonly rows: ScoredRows;
  readonly expected: Expected;
}

/** What scikit-learn and NumPy gave; made by test/fixtures/make-report.py. */
export const referenceCases: readonly ReferenceCase[] = [
  ...reference.stored.map(({ name, dtype, labels, scores, expected }) => ({
    name,
    rows: { labels: Uint8Array.from(labels), scores: typed(dtype, scores) },
    expected,
  })),
  ...reference.drawn.map((draw) => ({
    name: `${draw.n} rows, ${draw.decimals ?? 'all'} decimals, ${draw.dtype}`,
    rows: drawn(draw),
    expected: draw.expected,
  })),
];

/** A small model that Python's xgboost trained and explained. */
export const referenceModel = reference.model;

/** Undoes what JSON cannot hold. */
export function numberOf(value: Value): number {
  if (value === null) return NaN;
  return value === 'inf' ? Infinity : value;
}
