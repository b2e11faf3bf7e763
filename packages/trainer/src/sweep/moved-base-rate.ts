import type { VariantPlan } from './variant-plan.ts';

/**
 * A variant whose scores are not probabilities, because it was fitted on other shares of the classes than there are,
 * and nothing brings them back: one warning, or none.
 */
export function movedBaseRate(plan: VariantPlan): string[] {
  const { name, calibration, params, space, task, treatment } = plan;
  if (task !== 'binary' || calibration !== undefined) return [];
  const moved = [
    ...(treatment.resample ? [`resample ${treatment.resample.method}`] : []),
    ...(treatment.classWeight === undefined ? [] : ['class_weight']),
    ...(movesWeight(params.scale_pos_weight) || 'scale_pos_weight' in space
      ? ['scale_pos_weight']
      : []),
  ];
  if (moved.length === 0) return [];
  return [
    `variant ${name}: ${moved.join(' and ')} moves the base rate, so its scores are no probabilities · add calibration: { method: platt }, or take them as ranks only`,
  ];
}

function movesWeight(weight: unknown): boolean {
  return weight !== undefined && Number(weight) !== 1;
}
