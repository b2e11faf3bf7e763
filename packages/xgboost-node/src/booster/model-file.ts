import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { extname } from 'node:path';
import { InvalidArgumentError } from '../errors/invalid-argument-error.ts';
import { ModelFileError } from '../errors/model-file-error.ts';
import type { ModelFormat } from './model-bytes.ts';

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** @throws InvalidArgumentError for a name that ends neither in .ubj nor in .json. */
export function formatOf(path: string): ModelFormat {
  const extension = extname(path);
  if (extension === '.ubj') return 'ubj';
  if (extension === '.json') return 'json';
  throw new InvalidArgumentError(
    `${path} ends neither in .ubj nor in .json; the name's end decides the format`,
    'path',
  );
}

function writeAll(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Writes beside the file and renames, so that a reader sees the old model or the new one, never a part. */
export function writeModel(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    writeAll(temporary, bytes);
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw new ModelFileError(
      `cannot write the model to ${path}: ${reason(cause)}; check the folder and its space`,
      path,
      { cause },
    );
  }
}

/** @throws ModelFileError when the file cannot be read. */
export function readModel(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new ModelFileError(
      `cannot read the model ${path}: ${reason(cause)}; check the path`,
      path,
      { cause },
    );
  }
}
