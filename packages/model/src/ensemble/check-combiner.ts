import { ModelTargetError } from '../errors/model-target-error.ts';
import { taskOf } from '../mlmodel/model-target.ts';
import { predictionKind } from '../mlmodel/objective.ts';
import type { EnsembleDescription } from './ensemble-description.ts';

/**
 * Checks that the combiner has a number for each member and output.
 *
 * @param facts of the first member
 * @throws {ModelTargetError}
 */
export function checkCombiner(
  { combiner, exposure, members, target }: EnsembleDescription,
  { objective, outputs }: { readonly objective: string; readonly outputs: number },
): void {
  const refuse = (what: string, advice: string): never => {
    throw new ModelTargetError(`${what} · the ensemble of ${target.name} · ${advice}`);
  };
  if (combiner.method !== 'stacked') {
    const { weights } = combiner;
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const sound = weights.every((weight) => weight >= 0) && Math.abs(sum - 1) < 1e-9;
    if (weights.length === members.length && sound) return;
    refuse('its weights do not fit', 'give one per member, none negative, of sum 1');
  } else {
    const task = taskOf(predictionKind(objective));
    const inputs = members.length * outputs;
    const { coefficients, intercepts } = combiner;
    if (exposure !== undefined) {
      refuse('stacking does not scale with an exposure', 'use the method average or weighted');
    }
    if (task === 'regression' && outputs > 1) {
      refuse('stacking takes one number per row', 'use the method average or weighted');
    }
    const fits =
      intercepts.length === outputs &&
      coefficients.length === outputs &&
      coefficients.every((row) => row.length === inputs);
    if (!fits) refuse('its coefficients do not fit', `give ${outputs} rows of ${inputs}`);
  }
}
