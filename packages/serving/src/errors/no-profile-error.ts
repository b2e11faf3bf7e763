import { ServingError } from './serving-error.ts';

/** A model without a reference profile has nothing that new data could be compared with. */
export class NoProfileError extends ServingError {
  override readonly name = 'NoProfileError';
  readonly directory: string;

  constructor(directory: string) {
    super(
      `the model holds no reference profile (xgflow/profile.json) · ${directory} · give the training table with --reference FILE, or train it again with this version of \`xgflow sweep\``,
    );
    this.directory = directory;
  }
}
