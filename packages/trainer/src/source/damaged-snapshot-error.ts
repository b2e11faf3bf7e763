import { TrainerError } from '../errors/trainer-error.ts';

/** A snapshot whose content is not what its name says. */
export class DamagedSnapshotError extends TrainerError {
  override readonly name = 'DamagedSnapshotError';

  constructor(file: string, digest: string) {
    super(
      `the snapshot was changed: its content has the digest ${digest} · ${file} · remove it; the next pull makes a new one`,
    );
  }
}
