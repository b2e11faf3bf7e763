import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ModelDirectoryError } from '../errors/model-directory-error.ts';
import { UnsupportedModelError } from '../errors/unsupported-model-error.ts';

/**
 * The path of a file that a model's own files name, with links resolved. They come from elsewhere: it
 * must lie in the directory.
 *
 * @throws {ModelDirectoryError} no such file · {UnsupportedModelError} outside the directory
 */
export async function insideDirectory(directory: string, name: string): Promise<string> {
  const root = await realpath(directory);
  let path: string;
  try {
    path = await realpath(join(root, name));
  } catch (cause) {
    const what = `no model file ${JSON.stringify(name)}`;
    throw new ModelDirectoryError(what, directory, 'get the model again', { cause });
  }
  if (path.startsWith(root + sep)) return path;
  throw new UnsupportedModelError(
    `the model file ${JSON.stringify(name)} is outside the directory · ${directory} · do not use this model`,
  );
}
