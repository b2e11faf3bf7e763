import { libc } from './libc.ts';
import { library } from './load.ts';

/**
 * Loads the library in this thread and makes every function callable that this package uses.
 *
 * @param hearsLog whether log lines reach this thread's onLog(); else they go to stderr
 * @throws LibraryNotFoundError, LibraryLoadError, LibraryVersionError
 */
export function link(hearsLog: boolean): void {
  library(hearsLog);
  libc();
}
