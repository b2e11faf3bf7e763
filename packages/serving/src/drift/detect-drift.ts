import { fileDigest } from '@xgflow/data';
import { assessDrift } from './assess-drift.ts';
import { countCurrent } from './count-current.ts';
import { driftDefaults } from './drift-options.ts';
import type { DriftOptions } from './drift-options.ts';
import type { DriftReport } from './drift-report.ts';

/**
 * Compares new data with a model's reference profile: every feature, the predictions and, with labels,
 * the target, a metric and the calibration. One pass over the file, in memory that does not grow with it.
 *
 * Something is a warning or drift when its change is large enough to matter (PSI and its like) and more
 * than chance for so many rows and so many columns (Holm). A file that the model was trained on is
 * compared by its features alone: on its own rows a model is more certain than on any others.
 *
 * @throws {DataError} · {ModelError} · {MissingColumnError} · {LabelError}
 */
export async function detectDrift(options: DriftOptions): Promise<DriftReport> {
  const { current, predictor, profile } = options;
  const counts = await countCurrent(options);
  const trainedOn =
    profile.dataDigest !== null && (await fileDigest(current)) === profile.dataDigest;
  const { evaluate, minRows = driftDefaults.minRows } = options;
  const sample = trainedOn ? undefined : counts.concept?.sample;
  const evaluated = sample && sample.seen >= minRows ? await evaluate?.(sample.rows()) : undefined;
  return assessDrift(counts, { ...options, kind: predictor.info.kind, trainedOn, evaluated });
}
