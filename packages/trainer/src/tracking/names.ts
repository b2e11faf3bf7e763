import { randomBytes } from 'node:crypto';

/** Names of runs, as people read them in the MLflow UI. */
export const runName = {
  sweep: (sweepId: string) => `sweep ${sweepId}`,
  variant: (variant: string) => variant,
  trial: (variant: string, index: number) => `${variant} trial ${index}`,
};

/** A sweep's id: UTC time and four random digits, such as `20261123-190412-3fa9`. */
export function newSweepId(now: Date): string {
  const time = now.toISOString().replaceAll(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${time}-${randomBytes(2).toString('hex')}`;
}
