import { LibraryVersionError } from '../errors/library-version-error.ts';

/** Only 3.2.x was tested; other versions differ in what they store and in which calls they have. */
export function checkVersion(path: string, version: string): void {
  if (/^3\.2\.\d+$/.test(version)) return;
  throw new LibraryVersionError(
    `libxgboost ${version} at ${path} is not supported; use 3.2.x, the version this package was tested with`,
    { path, version },
  );
}
