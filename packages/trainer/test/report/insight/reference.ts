import { readFileSync } from 'node:fs';
import { Table } from '@xgflow/data';
import type { Column } from '@xgflow/data';

type Range = [value: number | null, low: number | null, high: number | null];

interface Slice {
  column: string;
  slice: string | null;
  rows: number;
  mean_predicted?: number;
  precision?: Range;
  recall?: Range;
  false_positive_rate?: Range;
  f1?: Range;
  clearly_worse?: boolean;
}

interface Effect {
  values: string | null;
  rows: number;
  spread: Range;
}

interface ValueReference {
  column: string;
  rows: number;
  exposure?: number;
  means?: number[];
  ae_ratio?: number[];
  mean_residual?: number[];
  covered?: number[];
  errors?: Record<string, number[]>;
  worse?: Record<string, boolean>;
  off?: string;
  quantile_off?: string;
}

interface ClassReference {
  rows: number;
  right?: number;
  accuracy?: number[];
  /** Code, share, share that is named so. */
  commonest?: [number, number, number];
  clearly_worse?: boolean;
}

interface Reference {
  values: {
    alpha: number;
    power: number;
    exposure: number[];
    labels: number[];
    scores: number[];
    /** What another model predicts. */
    other: number[];
    slices: ValueReference[];
    paired: { seed: number; resamples: number; gain: [gain: number, low: number, high: number] };
  };
  classes: {
    labels: string;
    scores: number[];
    slices: ClassReference[];
    rates: { cells: number[][]; precision: number[][]; recall: number[][] };
    contributions: number[];
    against_others: number[][];
  };
  amount: (number | null)[];
  visits: number[];
  place: string;
  labels: number[];
  scores: number[];
  contributions: number[];
  mean_abs: Record<string, number>;
  slices: Slice[];
  effects: Record<string, Effect[]>;
  wilson: [k: number, n: number, low: number, high: number, low999: number, high999: number][];
}

/** What scikit-learn, SciPy and NumPy gave; made by test/fixtures/make-insight.py. */
export const reference = JSON.parse(
  readFileSync(new URL('../../fixtures/insight.json', import.meta.url), 'utf8'),
) as Reference;

function numeric(name: string, cells: readonly (number | null)[]): Column {
  const values = Float64Array.from(cells, (cell) => cell ?? NaN);
  return { kind: 'numeric', name, values, integer: false, missing: 0 };
}

const levels = ['A', 'B', 'C', 'D', 'E', 'F'];

/** The fixture's table. */
export const table = new Table([
  numeric('amount', reference.amount),
  numeric('visits', reference.visits),
  {
    kind: 'categorical',
    name: 'place',
    levels,
    codes: Int32Array.from(reference.place, (level) => levels.indexOf(level)),
    missing: 0,
  },
]);

export const rows = Int32Array.from(reference.labels, (_, row) => row);

export const scored = {
  labels: Float64Array.from(reference.labels),
  scores: Float32Array.from(reference.scores),
};

/** The same rows with values, what is predicted of them, and exposures. */
export const values = {
  labels: Float64Array.from(reference.values.labels),
  scores: Float32Array.from(reference.values.scores),
  exposure: Float64Array.from(reference.values.exposure),
};

export const classes = ['A', 'B', 'C'];

/** The same rows with classes and their probabilities. */
export const classed = {
  labels: Float64Array.from(reference.classes.labels, Number),
  scores: Float32Array.from(reference.classes.scores),
};
