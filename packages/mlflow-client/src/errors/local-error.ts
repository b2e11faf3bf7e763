import { DiskFullError } from './disk-full-error.ts';
import { LocalFileError } from './local-file-error.ts';
import { MlflowError } from './mlflow-error.ts';

/** The typed error for what Node's file functions throw; typed errors go through. */
export function localError(path: string, error: unknown): MlflowError {
  if (error instanceof MlflowError) return error;
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string'
      ? error.code
      : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DiskFullError(path, code);
  const problem = error instanceof Error ? error.message : 'failed';
  return new LocalFileError(path, problem, { code });
}
