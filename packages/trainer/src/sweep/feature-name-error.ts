import { TrainerError } from '../errors/trainer-error.ts';

/** A column whose name XGBoost refuses for a feature. */
export class FeatureNameError extends TrainerError {
  override readonly name = 'FeatureNameError';
}
