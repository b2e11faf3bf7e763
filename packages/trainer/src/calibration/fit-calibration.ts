import type { Calibration } from '@xgflow/model';
import { fitIsotonic } from './fit-isotonic.ts';
import { fitPlatt } from './fit-platt.ts';

export type CalibrationMethod = Calibration['method'];

/**
 * Fits what turns a model's scores into probabilities, on rows that the model has not seen.
 *
 * @param labels 1 for the positive class, 0 for the other; one per row, both classes among them
 * @param scores what the model says of those rows
 */
export function fitCalibration(
  method: CalibrationMethod,
  labels: ArrayLike<number>,
  scores: Float32Array,
): Calibration {
  return method === 'platt' ? fitPlatt(labels, scores) : fitIsotonic(labels, scores);
}
