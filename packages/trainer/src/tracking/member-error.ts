import { TrainerError } from '../errors/trainer-error.ts';

/** What an ensemble needs of a finished variant cannot be read back. */
export class MemberError extends TrainerError {
  override readonly name = 'MemberError';

  constructor(variant: string, runId: string, options: { cause: unknown }) {
    super(
      `oof.csv or xgflow/model.json cannot be read · variant ${variant}, run ${runId} · run the sweep again with --fresh`,
      options,
    );
  }
}
