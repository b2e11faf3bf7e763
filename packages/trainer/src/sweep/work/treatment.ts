import { DMatrix } from '@xgflow/xgboost-node';
import { resample, rowWeights } from '../../resample/index.ts';
import type { ClassWeight, ResampleSettings, SyntheticRows } from '../../resample/index.ts';
import { RandomState } from '../../split/index.ts';
import { labelsOf } from './labels-of.ts';
import { takenColumns } from './taken-columns.ts';
import type { TakenColumn } from './taken-columns.ts';
import type { Workload } from './workload.ts';

/** What is done to the rows that a model is fitted on; rows that it is judged on stay as they are. */
export interface Treatment {
  readonly resample?: ResampleSettings;
  /** By class code; balanced weights count the rows after resampling. */
  readonly classWeight?: ClassWeight;
}

/**
 * The matrix that a model is fitted on: some rows of the table, resampled and weighted. A pure function of its input,
 * so that every process and every trial fits on the same rows.
 *
 * @param whole the whole table
 * @throws {ResampleError} if the rows cannot be resampled as asked.
 */
export function treatedMatrix(
  whole: DMatrix,
  { columns, labels }: Pick<Workload, 'columns' | 'labels'>,
  rows: Int32Array,
  { resample: settings, classWeight }: Treatment,
): DMatrix {
  const { matrix, fitted } = settings
    ? resampledMatrix(whole, { columns, labels }, rows, settings)
    : { matrix: whole.slice(rows), fitted: labelsOf(rows, labels) };
  if (classWeight !== undefined) matrix.setWeight(rowWeights(fitted, classWeight));
  return matrix;
}

function resampledMatrix(
  whole: DMatrix,
  { columns, labels }: Pick<Workload, 'columns' | 'labels'>,
  rows: Int32Array,
  settings: ResampleSettings,
): { readonly matrix: DMatrix; readonly fitted: Float64Array } {
  const makesRows = settings.method === 'smote' || settings.method === 'smote_nc';
  const real = {
    columns: makesRows ? takenColumns(columns, rows) : [],
    labels: labelsOf(rows, labels),
  };
  const seeded = (seed: number): RandomState => new RandomState(seed);
  const { positions, synthetic } = resample(real, settings, seeded);
  if (synthetic) return joined(real, synthetic);
  const drawn = positions.map((position) => rows[position] ?? 0);
  return { matrix: whole.slice(drawn), fitted: labelsOf(drawn, labels) };
}

/** Real rows, then made-up ones. */
function joined(
  real: { readonly columns: readonly TakenColumn[]; readonly labels: Float64Array },
  made: SyntheticRows,
): { readonly matrix: DMatrix; readonly fitted: Float64Array } {
  const columns = real.columns.map((column, place) => {
    const added = made.columns[place] ?? [];
    return 'codes' in column
      ? { ...column, codes: Int32Array.from([...column.codes, ...added]) }
      : { ...column, values: Float64Array.from([...column.values, ...added]) };
  });
  const fitted = Float64Array.from([...real.labels, ...made.labels]);
  const matrix = DMatrix.fromColumns(columns, { label: Float32Array.from(fitted), nthread: 1 });
  return { matrix, fitted };
}
