import { TrainerError } from '../errors/trainer-error.ts';

/** The table is not the one that the run was trained on, and cannot even be read as the sweep file says. */
export class ChangedDataError extends TrainerError {
  override readonly name = 'ChangedDataError';
  /** Digests of the data file: first 16 hex of its sha256. */
  readonly recorded: string;
  readonly now: string;

  constructor(
    file: string,
    digests: { readonly recorded: string; readonly now: string },
    cause: Error,
  ) {
    super(
      `the data is not what the run was trained on: digest ${digests.now}, recorded ${digests.recorded} · ${file} · name the right file with --data (${cause.message})`,
      { cause },
    );
    this.recorded = digests.recorded;
    this.now = digests.now;
  }
}
