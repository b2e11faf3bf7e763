import type { Column, Table } from '@xgflow/data';
import type { PredictionKind } from '../mlmodel/objective.ts';
import { likeliest } from '../predictor/likeliest.ts';
import { profileLevels } from './profile-levels.ts';
import { profileNumbers } from './profile-numbers.ts';
import { profileOutcomes } from './profile-outcomes.ts';
import type { ColumnProfile, ReferenceProfile } from './reference-profile.ts';

/** What a model predicted for rows that it was not trained on. */
export interface ScoredRows {
  readonly kind: PredictionKind;
  /** As `Predictions.probabilities`: `outputs` numbers a row. */
  readonly values: Float32Array;
  readonly outputs: number;
  /** Which rows, such as `test rows`. */
  readonly source: string;
  /** One a row: 0 or 1, the value of a regression, or the code of a class; NaN where it is unknown. */
  readonly labels?: ArrayLike<number>;
  /** Of a classifier. */
  readonly classes?: readonly (string | number)[];
}

/** What a profile is made from. */
export interface ProfileInput {
  /** The model's features, as it was trained on them. */
  readonly features: Table;
  /** First 16 hex of the sha256 of the file. */
  readonly dataDigest?: string;
  readonly scored?: ScoredRows;
  readonly target?: Column;
  readonly metrics?: ReferenceProfile['metrics'];
}

// The variants of a sweep share their table.
const known = new WeakMap<Table, readonly ColumnProfile[]>();

/** The reference profile of a model: counts of its training table and of its predictions, no row of them. */
export function buildProfile(input: ProfileInput): ReferenceProfile {
  const { features, scored, target } = input;
  const columns = known.get(features) ?? features.columns.map(profileColumn);
  known.set(features, columns);
  const predictions = scored && predictionColumns(scored);
  const [first] = predictions ?? [];
  return {
    version: 1,
    rows: features.rowCount,
    dataDigest: input.dataDigest ?? null,
    columns: [...columns],
    predictions: predictions ? { source: scored.source, columns: predictions } : null,
    target: target ? profileColumn(target) : null,
    outcomes:
      first && scored?.labels && scored.kind !== 'multiclass'
        ? profileOutcomes(first, scored.values, scored.labels)
        : null,
    metrics: input.metrics ?? {},
  };
}

/** Counts one column of a table. */
export function profileColumn(column: Column): ColumnProfile {
  return column.kind === 'numeric'
    ? profileNumbers(column.name, column.values)
    : profileLevels(column.name, column);
}

/**
 * Predictions as columns: `probability` of a binary model, `prediction` of a regression, of several
 * classes the likeliest class (`class`) and its probability (`confidence`).
 */
function predictionColumns({ kind, values, outputs, classes }: ScoredRows): ColumnProfile[] {
  if (kind !== 'multiclass') {
    const name = kind === 'binary' ? 'probability' : 'prediction';
    return [profileNumbers(name, values, { continuous: true })];
  }
  const rows = values.length / outputs;
  const codes = new Int32Array(rows);
  const confidence = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * outputs, (row + 1) * outputs);
    const code = likeliest(own);
    codes[row] = code;
    confidence[row] = own[code] ?? Number.NaN;
  }
  const levels = classes ?? Array.from({ length: outputs }, (_, code) => code);
  return [
    profileLevels('class', { levels: levels as string[] | number[], codes }),
    profileNumbers('confidence', confidence, { continuous: true }),
  ];
}
