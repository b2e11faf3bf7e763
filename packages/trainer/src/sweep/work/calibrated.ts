import { applyCalibration } from '@xgflow/model';
import type { Calibration } from '@xgflow/model';
import type { Booster, DMatrix } from '@xgflow/xgboost-node';
import { fitCalibration } from '../../calibration/index.ts';
import type { CalibrationMethod } from '../../calibration/index.ts';

/** What scores come to: as they are, or calibrated. */
export interface Scorer {
  readonly calibration?: Calibration;
  /** Probabilities as the booster gives them. */
  readonly raw: (data: DMatrix) => Float32Array;
  readonly scores: (data: DMatrix) => Float32Array;
}

/**
 * Scores with a booster, calibrated on the rows that were kept apart for it.
 *
 * @param rounds of the booster that count
 * @param method undefined: not at all
 */
export function scorer(
  booster: Booster,
  rounds: number,
  { calibration: rows }: { readonly calibration?: DMatrix },
  method: CalibrationMethod | undefined,
): Scorer {
  const raw = (data: DMatrix): Float32Array =>
    booster.predict(data, { iterationRange: [0, rounds] }).values;
  if (!rows || method === undefined) return { raw, scores: raw };
  const calibration = fitCalibration(method, rows.label, raw(rows));
  return { calibration, raw, scores: (data) => applyCalibration(calibration, raw(data)) };
}
