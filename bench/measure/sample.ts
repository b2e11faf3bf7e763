/** One measurement of one contender. */
export interface Sample {
  readonly wallSeconds: number;
  /** User and system time of the process and everything it started. */
  readonly cpuSeconds: number;
  /** Of the largest process. Absent where a process does several things. */
  readonly peakRssMiB?: number;
}

/** The least of each quantity: what disturbs a run can only add to it. */
export function leastOf(samples: readonly Sample[]): Sample {
  const least = (pick: (sample: Sample) => number): number => Math.min(...samples.map(pick));
  const peaks = samples.flatMap(({ peakRssMiB }) => (peakRssMiB === undefined ? [] : [peakRssMiB]));
  return {
    wallSeconds: least(({ wallSeconds }) => wallSeconds),
    cpuSeconds: least(({ cpuSeconds }) => cpuSeconds),
    ...(peaks.length > 0 ? { peakRssMiB: Math.min(...peaks) } : {}),
  };
}
