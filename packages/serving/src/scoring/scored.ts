import type { Predictions, Predictor } from '@xgflow/model';
import type { ScoringInput } from './scoring-input.ts';

/** What an answer is made of. */
export interface Scored {
  readonly predictor: Predictor;
  readonly input: ScoringInput;
  readonly predictions: Predictions;
}
