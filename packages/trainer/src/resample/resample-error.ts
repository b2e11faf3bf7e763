import { TrainerError } from '../errors/trainer-error.ts';

/** The rows cannot be resampled or weighted as asked. `option` is the setting to change, `value` what it was. */
export class ResampleError extends TrainerError {
  override readonly name = 'ResampleError';
  readonly option: string;
  readonly value: unknown;

  constructor(option: string, value: unknown, message: string) {
    super(message);
    this.option = option;
    this.value = value;
  }
}
