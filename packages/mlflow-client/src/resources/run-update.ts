import type { Schemas } from '../call/operation.ts';
import { checkTimestamp } from '../wire/timestamp.ts';

/** What of a run can be changed. */
export interface RunChange {
  readonly status?: Schemas['RunStatus'];
  /** Whole milliseconds since 1970. Default: now when `status` ends the run. */
  readonly endTime?: number;
  readonly runName?: string;
}

const ENDED: readonly Schemas['RunStatus'][] = ['FINISHED', 'FAILED', 'KILLED'];

/** The change as the wire wants it; the end time is stamped here, once. */
export function toRunUpdate(runId: string, change: RunChange): Schemas['UpdateRun'] {
  const ends = change.status !== undefined && ENDED.includes(change.status);
  const endTime = change.endTime ?? (ends ? Date.now() : undefined);
  return {
    run_id: runId,
    ...(change.status === undefined ? {} : { status: change.status }),
    ...(endTime === undefined ? {} : { end_time: checkTimestamp('run endTime', endTime) }),
    ...(change.runName === undefined ? {} : { run_name: change.runName }),
  };
}
