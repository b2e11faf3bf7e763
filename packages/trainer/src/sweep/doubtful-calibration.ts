import { calibrationDoubt } from '../calibration/index.ts';
import type { VariantResult } from './result.ts';

/** A variant whose calibration does harm: one warning, or none. */
export function doubtfulCalibration({
  name,
  calibration,
}: Pick<VariantResult, 'name' | 'calibration'>): string[] {
  const doubt = calibration && calibrationDoubt(calibration);
  if (doubt === undefined) return [];
  return [
    `variant ${name}: its calibration ${doubt}, because on the rows kept for it higher scores were not positive more often · give it more rows (calibration.rows), or leave the calibration out`,
  ];
}
