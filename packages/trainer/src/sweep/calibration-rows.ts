import { SplitError } from '../split/index.ts';
import { trainTestSplit } from '../split/train-test-split.ts';
import { labelsOf } from './work/labels-of.ts';

/** Which rows of a training part calibrate. */
export interface CalibrationRows {
  /** Their share of the training part, in (0, 1). */
  readonly share: number;
  readonly seed: number;
}

/**
 * Takes the rows of the calibration out of a training part, as scikit-learn's
 * `train_test_split(rows, test_size=share, random_state=seed, stratify=y)` does.
 *
 * @param labels one class code for each row of the table
 * @throws {SplitError} if a part would lack a class
 */
export function withoutCalibration(
  rows: Int32Array,
  labels: Float64Array,
  settings: CalibrationRows | undefined,
): { readonly train: Int32Array; readonly calibration?: Int32Array } {
  if (!settings) return { train: rows };
  const { share, seed } = settings;
  const own = labelsOf(rows, labels);
  const toRows = (places: Int32Array): Int32Array => places.map((place) => rows[place] ?? -1);
  try {
    const parts = trainTestSplit({ n: rows.length, testSize: share, seed, stratify: own });
    const classes = new Set(own).size;
    for (const places of [parts.train, parts.test]) {
      if (new Set(labelsOf(places, own)).size < classes) throw lacking(share, rows.length);
    }
    return { train: toRows(parts.train), calibration: toRows(parts.test) };
  } catch (error) {
    if (!(error instanceof SplitError) || error.option === 'calibration') throw error;
    throw lacking(share, rows.length, error);
  }
}

function lacking(share: number, rows: number, cause?: Error): SplitError {
  const message = `${share} of ${rows} rows cannot calibrate and leave rows of each class on both sides · calibration.rows · give another share, or more rows`;
  return Object.assign(new SplitError('calibration', share, message), cause ? { cause } : {});
}
