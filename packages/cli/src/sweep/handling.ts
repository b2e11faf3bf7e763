import type { PreparedSweep } from '@xgflow/trainer';

/** What a variant does about classes of different size: `smote_nc to 0.5, balanced, platt, threshold by cost`. */
export function handlingText({
  calibration,
  classWeight,
  threshold,
  treatment: { resample },
}: PreparedSweep['plans'][number]): string {
  const ratio = resample && resample.ratio !== 'auto' ? ` to ${resample.ratio}` : '';
  return [
    ...(resample ? [`${resample.method}${ratio}`] : []),
    ...(classWeight === undefined ? [] : [weightText(classWeight)]),
    ...(calibration ? [calibration] : []),
    ...(threshold ? [`threshold by ${threshold.by}`] : []),
  ].join(', ');
}

function weightText(weight: 'balanced' | Readonly<Record<string, number>>): string {
  if (weight === 'balanced') return weight;
  const weights = Object.entries(weight).map(([name, value]) => `${name} × ${value}`);
  return `weights ${weights.join(', ')}`;
}
