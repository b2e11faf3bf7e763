import { access, link, rename, rm, writeFile } from 'node:fs/promises';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { UsageError } from '../errors/usage-error.ts';

function exists(shown: string): UsageError {
  return new UsageError(
    `${shown} exists already · --out · give another name, or --force to replace it`,
  );
}

/** Says so before a long table is read for nothing. @throws UsageError when the file exists */
export async function refuseExisting(file: string, shown: string): Promise<void> {
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (there) throw exists(shown);
}

/**
 * Writes a file whole or not at all.
 *
 * @param options.shown the path as the user gave it
 * @throws UsageError for a file that exists, unless `force`
 */
export async function writeSweepFile(
  file: string,
  text: string,
  { shown, force }: { readonly shown: string; readonly force: boolean },
): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    // A link, unlike a rename, never replaces.
    await (force ? rename(temporary, file) : link(temporary, file));
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') throw exists(shown);
    // The user knows the file, not the temporary one beside it.
    throw error instanceof Error ? Object.assign(error, { path: file }) : error;
  } finally {
    await rm(temporary, { force: true });
  }
}
