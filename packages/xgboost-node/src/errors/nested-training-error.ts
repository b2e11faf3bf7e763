import { XGBoostNodeError } from './xgboost-node-error.ts';

/**
 * train() was called from inside another training on the same thread. libxgboost keeps one random
 * generator per thread, so both models would silently differ from what their seeds say.
 */
export class NestedTrainingError extends XGBoostNodeError {
  override readonly name = 'NestedTrainingError';

  constructor() {
    super(
      'train() was called inside another train() on this thread; run one training after the other or use worker threads',
    );
  }
}
