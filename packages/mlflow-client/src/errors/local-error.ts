import { DiskFullError } from './disk-full-error.ts';
import { LocalFileError } from './local-file-error.ts';
import { MlflowError } from './mlflow-error.ts';
import { systemError } from './system-error.ts';

/** The typed error for what Node's file functions throw; typed errors go through. */
export function localError(path: string, error: unknown): MlflowError {
  if (error instanceof MlflowError) return error;
  const { code, message } = systemError(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DiskFullError(path, code);
  // Node's own words end with the call and a path, which may be one that nobody knows.
  const words = /^[A-Z]+: (.*?)(?:, \w+(?: '.*)?)?$/s.exec(message ?? '')?.[1] ?? message;
  const hint = 'check the path and the permissions';
  return new LocalFileError(path, words ?? 'failed', { code, hint });
}
