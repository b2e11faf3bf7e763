import { libraryInfo } from '@xgflow/xgboost-node';
import { UnsupportedModelError } from '../errors/unsupported-model-error.ts';

/** A file written by a newer library may hold what this one does not know. @throws {UnsupportedModelError} */
export function checkVersion(written: string | undefined, directory: string): void {
  const [major = 0, minor = 0] = (written ?? '0.0').split('.').map(Number);
  const { version } = libraryInfo();
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  if (major < ownMajor || (major === ownMajor && minor <= ownMinor)) return;
  throw new UnsupportedModelError(
    `the model was written by XGBoost ${written ?? ''}, the library is ${version} · ${directory} · use a newer libxgboost`,
  );
}
