import { loadSweepConfig } from '@xgflow/trainer';
import { claimsSweep } from '../paths.ts';

/** How the example's sweep file reads the claims table. */
export async function claimsColumns(): Promise<{
  readonly categorical: readonly string[];
  readonly drop: readonly string[];
}> {
  const { config } = await loadSweepConfig(claimsSweep);
  return { categorical: config.categorical, drop: config.drop };
}
