import { CliError } from './cli-error.ts';

/** No `mlflow` executable in any of the places looked at (`looked`, in order). Exit code 5. */
export class MlflowNotFoundError extends CliError {
  override readonly name = 'MlflowNotFoundError';
  readonly looked: readonly string[];

  constructor(looked: readonly string[]) {
    super(
      `no mlflow found · looked at ${looked.join(', ')} · python3 -m venv .venv && .venv/bin/pip install mlflow, or name one with --mlflow PATH`,
    );
    this.looked = looked;
  }
}
