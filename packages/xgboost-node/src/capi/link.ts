import { libc } from './libc.ts';
import { library } from './load.ts';

/**
 * Loads the library in this thread and makes every function callable that this package uses.
 *
 * @throws LibraryNotFoundError, LibraryLoadError, LibraryVersionError
 */
export function link(): void {
  library();
  libc();
}
