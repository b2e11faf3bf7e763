import { readFile } from 'node:fs/promises';
import { ModelDirectoryError } from '../errors/model-directory-error.ts';

/** A JSON file of a model directory; undefined where there is none. @throws {ModelDirectoryError} */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ENOENT') {
      return undefined;
    }
    throw new ModelDirectoryError('cannot be read', path, 'check the permissions', { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ModelDirectoryError('not JSON', path, 'get the model again', { cause });
  }
}
