import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Booster } from '@xgflow/xgboost-node';
import { CorruptModelError } from '../errors/corrupt-model-error.ts';
import { DigestMismatchError } from '../errors/digest-mismatch-error.ts';
import { ModelDirectoryError } from '../errors/model-directory-error.ts';
import { UnsupportedModelError } from '../errors/unsupported-model-error.ts';
import { canary } from './canary.ts';

const CLASSES = /^xgboost\.(?:core\.Booster|sklearn\.XGB\w+)$/;
const CANARY_MS = 30_000;

/** How a model file is to be loaded. */
export interface LoadRequest {
  readonly path: string;
  readonly modelClass: string;
  /** SHA-256 that the file must have. */
  readonly sha256: string | undefined;
  /** Load it in a throw-away process first when nothing vouches for its bytes. */
  readonly canary: boolean;
}

/** @throws {DigestMismatchError} · {CorruptModelError} · {UnsupportedModelError} · {ModelDirectoryError} not readable */
export async function loadBooster(
  request: LoadRequest,
): Promise<{ booster: Booster; sha256: string }> {
  const { path, modelClass } = request;
  if (!CLASSES.test(modelClass) || !['.ubj', '.json'].includes(extname(path))) {
    throw new UnsupportedModelError(
      `a model of class ${modelClass} · ${path} · give an XGBoost model saved as .ubj or .json`,
    );
  }
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new ModelDirectoryError('cannot be read', path, 'check the permissions', { cause });
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (request.sha256 !== undefined && request.sha256 !== sha256) {
    throw new DigestMismatchError({ path, expected: request.sha256, actual: sha256 });
  }
  if (request.sha256 === undefined && request.canary) await canary(path, CANARY_MS);
  try {
    return { booster: Booster.fromBuffer(bytes), sha256 };
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new CorruptModelError(path, reason, { cause });
  }
}
