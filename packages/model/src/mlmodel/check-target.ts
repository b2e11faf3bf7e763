import { ModelTargetError } from '../errors/model-target-error.ts';
import type { ModelDescription } from './model-description.ts';
import { taskOf } from './model-target.ts';
import { hasLogLink, predictionKind } from './objective.ts';

/**
 * Checks that what is said beside the booster goes with its objective.
 *
 * @param facts of the booster: its objective and its numbers per row
 * @throws {ModelTargetError}
 */
export function checkTarget(
  { calibration, exposure, target, threshold }: Omit<ModelDescription, 'model'>,
  { objective, outputs }: { readonly objective: string; readonly outputs: number },
): void {
  const refuse = (what: string, advice: string): never => {
    throw new ModelTargetError(`${what} · the model of ${target.name} · ${advice}`);
  };
  if (objective === 'multi:softmax') {
    refuse(`objective ${objective} predicts no probabilities`, `train with multi:softprob`);
  }
  const task = taskOf(predictionKind(objective));
  if (target.task !== undefined && target.task !== task) {
    refuse(`objective ${objective} is no ${target.task}`, `give it the task ${task}`);
  }
  const { classes } = target;
  const expected = task === 'binary' ? 2 : task === 'multiclass' ? outputs : 0;
  if (classes !== undefined && classes.length !== expected) {
    refuse(`${classes.length} classes, not ${expected}, for objective ${objective}`, 'name each');
  }
  if (classes !== undefined && new Set(classes.map(String)).size < classes.length) {
    refuse('a class is named twice', 'name each class once');
  }
  if (exposure !== undefined && !hasLogLink(objective)) {
    const advice = 'train with count:poisson, reg:gamma or reg:tweedie';
    refuse(`an exposure needs a log link, which ${objective} has not`, advice);
  }
  if (task === 'binary') return;
  if (calibration !== undefined) refuse(`a ${task} model is not calibrated`, 'leave it out');
  if (threshold !== undefined) refuse(`a ${task} model has no threshold`, 'leave it out');
}
