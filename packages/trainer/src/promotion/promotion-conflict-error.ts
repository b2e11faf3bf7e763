import { TrainerError } from '../errors/trainer-error.ts';

/** Others move the champion of the same model at the same time; nothing was moved. */
export class PromotionConflictError extends TrainerError {
  override readonly name = 'PromotionConflictError';
}
