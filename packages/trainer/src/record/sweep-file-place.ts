import path from 'node:path';
import { fileExists } from '../source/file-exists.ts';

/** MLflow's own tag for the program of a run; of a sweep the sweep file. */
export const sweepFileTag = 'mlflow.source.name';

/**
 * The sweep file as it is seen from a directory, for the tag: `examples/claims/sweep.yaml`. Of a file that does not lie
 * below the directory the bare name, since the rest is a path of this machine.
 *
 * @param file absolute
 * @param directory absolute
 */
export function sweepFileName(file: string, directory: string): string {
  const name = path.relative(directory, file);
  return isBelow(name) ? name.split(path.sep).join('/') : path.basename(file);
}

/**
 * Where the `source` of a recorded sweep file starts: the sweep file's directory where it is found again from
 * `directory`, else `directory` itself.
 *
 * @param tags of a run
 * @param directory absolute
 */
export async function recordedSourceDirectory(
  tags: Readonly<Record<string, string>>,
  directory: string,
): Promise<string> {
  const name = tags[sweepFileTag];
  if (name === undefined || !isBelow(path.normalize(name))) return directory;
  const file = path.join(directory, name);
  return (await fileExists(file)) ? path.dirname(file) : directory;
}

function isBelow(relative: string): boolean {
  return !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..';
}
