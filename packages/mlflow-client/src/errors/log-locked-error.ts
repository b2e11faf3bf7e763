import { MlflowError } from './mlflow-error.ts';

/** Another living process has the append-only log open. */
export class LogLockedError extends MlflowError {
  override readonly name: string = 'LogLockedError';
  readonly path: string;
  /** Process id of the holder. */
  readonly holderPid: number;

  constructor(path: string, holderPid: number) {
    super(`${path} is in use by process ${holderPid}`, {
      hint: 'wait for that process or stop it, then try again',
    });
    this.path = path;
    this.holderPid = holderPid;
  }
}
