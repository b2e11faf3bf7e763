import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { writeFault } from '@xgflow/data';
import type { EnsembleDescription } from '../ensemble/ensemble-description.ts';
import { ModelDirectoryError } from '../errors/model-directory-error.ts';
import type { ModelDescription } from './model-description.ts';
import { modelFiles } from './model-files.ts';

/** What was written. */
export interface WrittenModel {
  /** Paths inside the directory, with `/`. */
  readonly files: readonly string[];
  /** Bytes of all files together. */
  readonly sizeBytes: number;
  /** Text of the file MLmodel. */
  readonly mlmodel: string;
  /** SHA-256 of the model file, or of what is said of an ensemble's members, as a predictor gives it. */
  readonly modelSha256: string;
}

/**
 * Writes a model directory in MLflow's format (flavors `xgboost` and `python_function`), so that
 * Python's `mlflow.xgboost.load_model` reads it; codec, schema and threshold lie beside it in
 * `xgflow/`. Where MLflow's own scorer would lose something, such as levels or a calibration, a
 * loader of Python code lies in it too, and `mlflow.pyfunc` predicts what Predictor predicts. An
 * ensemble has the flavor `python_function` only. The directory appears whole or not at all.
 *
 * @param directory must not exist, or be empty
 * @throws {BestIterationError} the booster was stopped early and keeps more rounds than its best
 * @throws {CodecError} the booster's features are not the codec's
 * @throws {ModelTargetError} what is said beside the boosters does not go with them
 * @throws {ModelDirectoryError} the directory exists, or cannot be written
 */
export async function writeModelDirectory(
  directory: string,
  description: ModelDescription | EnsembleDescription,
): Promise<WrittenModel> {
  const { files, modelSha256 } = modelFiles(description);
  const target = resolve(directory);
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(join(temporary, path)), { recursive: true });
      await writeFile(join(temporary, path), content, { flush: true });
    }
    await rename(temporary, target); // takes the place of an empty directory
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw writeError(cause, directory);
  }
  return {
    files: [...files.keys()],
    sizeBytes: [...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0),
    mlmodel: String(files.get('MLmodel')),
    modelSha256,
  };
}

function writeError(cause: unknown, directory: string): ModelDirectoryError {
  const { code, syscall } = cause as NodeJS.ErrnoException;
  const advice = 'choose another directory';
  if (code === 'ENOTEMPTY' || code === 'EEXIST') {
    return new ModelDirectoryError('the directory is not empty', directory, advice, { cause });
  }
  // Of a folder above it, making the temporary one would have told.
  if (code === 'ENOTDIR' && syscall === 'rename') {
    return new ModelDirectoryError('there is a file in its place', directory, advice, { cause });
  }
  const fault = writeFault(cause);
  const what = `the model cannot be written: ${fault.what}`;
  return new ModelDirectoryError(what, directory, fault.advice, { cause });
}
