import type { Calibration } from '@xgflow/model';

/**
 * Why a fitted calibration should not be trusted: on its rows higher scores were positive less often (Platt), or no more
 * often (isotonic cannot fall), so that it turns the order of the scores round or makes all of them equal.
 */
export function calibrationDoubt(calibration: Calibration): string | undefined {
  if (calibration.method === 'platt') {
    const { slope } = calibration;
    if (slope > 0) return undefined;
    return slope === 0
      ? allEqual
      : `turns the order of the scores round (slope ${slope.toPrecision(3)})`;
  }
  return new Set(calibration.y).size > 1 ? undefined : allEqual;
}

const allEqual = 'makes all scores equal';
