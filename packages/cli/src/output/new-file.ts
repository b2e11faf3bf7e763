import { access, link, rename, rm, writeFile } from 'node:fs/promises';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { UsageError } from '../errors/usage-error.ts';

/** A file that a command is going to write. */
export interface NewFile {
  readonly file: string;
  /** The path as the user gave it. */
  readonly shown: string;
  /** The option that names it, such as `--out`. */
  readonly option: string;
}

function exists({ shown, option }: NewFile): UsageError {
  return new UsageError(
    `${shown} exists already · ${option} · give another name, or --force to replace it`,
  );
}

/** Says so before long work is done for nothing. @throws UsageError when the file exists */
export async function refuseExisting(place: NewFile): Promise<void> {
  const { file } = place;
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (there) throw exists(place);
}

/**
 * Writes a file whole or not at all.
 *
 * @throws UsageError for a file that exists, unless `force`
 */
export async function writeNewFile(
  place: NewFile,
  text: string,
  { force }: { readonly force: boolean },
): Promise<void> {
  const { file } = place;
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    // A link, unlike a rename, never replaces.
    await (force ? rename(temporary, file) : link(temporary, file));
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') throw exists(place);
    // The user knows the file, not the temporary one beside it.
    throw error instanceof Error ? Object.assign(error, { path: file }) : error;
  } finally {
    await rm(temporary, { force: true });
  }
}
