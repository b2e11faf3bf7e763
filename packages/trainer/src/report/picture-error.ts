import { TrainerError } from '../errors/trainer-error.ts';

/** A picture that could not be drawn; what it shows is not lost, only not shown. */
export class PictureError extends TrainerError {
  override readonly name = 'PictureError';
  readonly picture: string;

  constructor(picture: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`picture ${picture} could not be drawn · ${reason} · everything else is recorded`, {
      cause,
    });
    this.picture = picture;
  }
}
