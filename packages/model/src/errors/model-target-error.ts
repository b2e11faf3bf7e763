import { ModelError } from './model-error.ts';

/** A target, exposure, calibration or threshold that does not go with the booster's objective. */
export class ModelTargetError extends ModelError {
  override readonly name = 'ModelTargetError';
}
