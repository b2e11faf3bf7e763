import { cellOf } from './cell-of.ts';
import { quantileEdges } from './quantile-edges.ts';
import type { DiscreteProfile, NumericProfile } from './reference-profile.ts';

/** A column with so few values is counted value by value. */
const mostValues = 20;

/** A value of a discrete column occurs so often on average; else the column counts as continuous. */
const rowsPerValue = 5;

export interface ProfileNumbersOptions {
  /** Never value by value: a model's predictions are not exactly the same number twice. Default false. */
  readonly continuous?: boolean;
}

/** Counts a numeric column. @param values one a row; NaN is missing */
export function profileNumbers(
  name: string,
  values: ArrayLike<number>,
  { continuous = false }: ProfileNumbersOptions = {},
): NumericProfile | DiscreteProfile {
  const present = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const sorted = present.sort();
  const rows = values.length;
  const common = { name, rows, missing: rows - sorted.length, ...momentsOf(sorted) };
  const most = Math.min(mostValues, sorted.length / rowsPerValue);
  const few = continuous ? undefined : fewValues(sorted, most);
  if (few) return { kind: 'discrete', ...common, ...few };
  const { edges, bins } = quantileEdges(sorted);
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const value of sorted) {
    const cell = cellOf(edges, value);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { kind: 'numeric', ...common, edges, counts, bins };
}

function fewValues(
  sorted: Float64Array,
  most: number,
): { values: number[]; counts: number[] } | undefined {
  const values: number[] = [];
  const counts: number[] = [];
  for (const value of sorted) {
    if (value !== values.at(-1)) {
      if (values.length >= most) return undefined;
      values.push(value);
      counts.push(0);
    }
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  return { values, counts };
}

function momentsOf(values: Float64Array): { mean: number | null; sd: number | null } {
  if (values.length === 0) return { mean: null, sd: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / values.length) };
}
