import { isCodeColumn } from './feature-columns.ts';
import type { CodeColumn, FeatureColumn } from './feature-columns.ts';
import { majorityCodes } from './majority-codes.ts';
import { nearestPoints } from './nearest.ts';
import { pointsOf } from './points.ts';
import type { SeededDraws } from './random-draws.ts';
import type { ResampleSettings } from './settings.ts';

/** New rows, made up; column by column in the order of the features. */
export interface SyntheticRows {
  /** Class code of each. */
  readonly labels: Float64Array;
  readonly columns: readonly (Float64Array | Int32Array)[];
}

export interface SmoteInput {
  readonly columns: readonly FeatureColumn[];
  /** Positions of each class's rows, by code. */
  readonly classes: ReadonlyMap<number, Int32Array>;
  /** Rows to make, by code. */
  readonly added: ReadonlyMap<number, number>;
  readonly settings: Pick<ResampleSettings, 'neighbors' | 'seed'>;
  readonly draws: SeededDraws;
}

/**
 * New rows of each class: a point at random on the line from a row to one of its nearest neighbours of the same
 * class; a category is the one that is most frequent among the row's neighbours. Equal to what imbalanced-learn's
 * `SMOTE(k_neighbors, random_state)` and, where there are categories, `SMOTENC` append for float64 features, as long
 * as no two neighbours are equally far: then its order of them is an accident of its arithmetic.
 *
 * Source: Chawla, Bowyer, Hall and Kegelmeyer, "SMOTE: Synthetic Minority Over-sampling Technique" (2002).
 */
export function smote(input: SmoteInput): SyntheticRows {
  const made = [...input.added].map(([code, count]) => {
    const rows = input.classes.get(code) ?? new Int32Array();
    return { code, count, columns: syntheticOf(input, rows, count) };
  });
  return {
    labels: Float64Array.from(made.flatMap(({ code, count }) => Array<number>(count).fill(code))),
    columns: input.columns.map((column, place) => {
      const parts = made.flatMap(({ columns }) => [...(columns[place] ?? [])]);
      return isCodeColumn(column) ? Int32Array.from(parts) : Float64Array.from(parts);
    }),
  };
}

/** Each class draws from a fresh generator of the seed, as imbalanced-learn does for an integer `random_state`. */
function syntheticOf(
  { columns, settings, draws }: SmoteInput,
  rows: Int32Array,
  count: number,
): readonly (Float64Array | Int32Array)[] {
  const k = settings.neighbors;
  const points = pointsOf(columns, rows);
  const neighbors = nearestPoints(points, k);
  const random = draws(settings.seed);
  const pairs = Int32Array.from({ length: count }, () => random.randint(0, neighbors.length));
  const steps = Float64Array.from({ length: count }, () => random.randomSample());
  const bases = Array.from(pairs, (pair) => Math.floor(pair / k));
  const forCategories = draws(settings.seed);
  return columns.map((column) => {
    if (isCodeColumn(column)) {
      return majorityCodes({
        codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1),
        levels: levelsOf(column),
        neighbors,
        k,
        bases,
        // The share of one of the two columns in which one-hot codes differ; 1 where all numbers are constant.
        weight: points.deviation === 0 ? 1 : points.deviation / Math.SQRT2,
        random: forCategories,
      });
    }
    const valueOf = (place: number): number => column.values[rows[place] ?? 0] ?? NaN;
    return Float64Array.from(bases, (base, place) => {
      const from = valueOf(base);
      const to = valueOf(neighbors[pairs[place] ?? 0] ?? 0);
      return from + (steps[place] ?? 0) * (to - from);
    });
  });
}

/** The codes that occur, ascending, missing last: the order of scikit-learn's one-hot encoder. */
function levelsOf({ codes }: CodeColumn): number[] {
  const place = (code: number): number => (code < 0 ? Infinity : code);
  return [...new Set(Array.from(codes))].toSorted((a, b) => place(a) - place(b));
}
