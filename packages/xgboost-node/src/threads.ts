import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Processors that the container's quota allows, from the texts of the cgroup files; undefined without a quota. */
export function quotaFrom(files: {
  /** cgroup v2 `cpu.max`: `<quota|max> <period>`, microseconds. */
  cpuMax?: string | undefined;
  /** cgroup v1 `cpu.cfs_quota_us`: -1 is none. */
  cfsQuota?: string | undefined;
  cfsPeriod?: string | undefined;
}): number | undefined {
  const [quota, period] = files.cpuMax?.split(/\s+/) ?? [files.cfsQuota, files.cfsPeriod];
  const share = Number(quota) / Number(period);
  return Number.isFinite(share) && share > 0 ? Math.max(1, Math.floor(share)) : undefined;
}

/**
 * Threads worth using: the processors this process may run on, and not more than the container's
 * CPU quota (cgroup v1 and v2). At least 1. Divide it by the number of trainings that run at once.
 */
export function availableThreads(): number {
  const quota = quotaFrom({
    cpuMax: read('/sys/fs/cgroup/cpu.max'),
    cfsQuota: read('/sys/fs/cgroup/cpu/cpu.cfs_quota_us'),
    cfsPeriod: read('/sys/fs/cgroup/cpu/cpu.cfs_period_us'),
  });
  return Math.max(1, Math.min(availableParallelism(), quota ?? Infinity));
}
