import { TrainerError } from '../errors/trainer-error.ts';

/** All columns are left out, or are something else than features. */
export class NoFeaturesError extends TrainerError {
  override readonly name = 'NoFeaturesError';

  constructor(target: string, source: string) {
    super(
      `no column is left to learn ${target} from · ${source} · take a column out of drop, or give a table with more of them`,
    );
  }
}
