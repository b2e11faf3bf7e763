import { TrainerError } from '../errors/trainer-error.ts';

/** A promotion or rollback that cannot be meant: no such version, no target, a blank reason. */
export class PromotionInputError extends TrainerError {
  override readonly name = 'PromotionInputError';
}
