import { MlflowError } from './mlflow-error.ts';

/** The file is no append-only log, or one of another format or version. */
export class LogFormatError extends MlflowError {
  override readonly name: string = 'LogFormatError';
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path} ${problem}`, { hint: 'move that file away, or use the version that wrote it' });
    this.path = path;
  }
}
