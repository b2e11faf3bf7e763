import { link, rename, rm, stat, writeFile } from 'node:fs/promises';
import { systemErrorCode } from '../errors/system-error-code.ts';
import { UsageError } from '../errors/usage-error.ts';
import { withPath } from '../errors/with-path.ts';

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

/**
 * Says so before long work is done for nothing.
 *
 * @throws UsageError for a file that exists, unless `force`, and for a folder or a device, which a file would replace
 */
export async function refuseTaken(
  place: NewFile,
  { force }: { readonly force: boolean },
): Promise<void> {
  const { file, option, shown } = place;
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return;
  if (!found.isFile()) {
    throw new UsageError(
      `${shown} is a folder or a device, not a file · ${option} · give another name`,
    );
  }
  if (!force) throw exists(place);
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
    throw withPath(error, file);
  } finally {
    // What went wrong before is what the user should read.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}
