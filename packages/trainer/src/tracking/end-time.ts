/** A run that is going to be closed. */
export interface StartedRun {
  readonly runId: string;
  /** Unix time in milliseconds. */
  readonly startTime: number;
}

/** Now, but never before the run's start: the clock may have been set back, or be another machine's. */
export function endTimeOf({ startTime }: Pick<StartedRun, 'startTime'>): number {
  return Math.max(Date.now(), startTime);
}

/** What {@link endTimeOf} needs of a run as the server describes it. */
export function startedRun(info: {
  readonly run_id: string;
  readonly start_time?: number | string;
}): StartedRun {
  return { runId: info.run_id, startTime: Number(info.start_time ?? 0) };
}
