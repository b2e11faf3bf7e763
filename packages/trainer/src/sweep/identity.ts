import { createHash } from 'node:crypto';

/** What makes two sweeps the same (decision 12): then an unfinished one is continued. */
export interface SweepIdentity {
  /** First 16 hex of the sha256 of the resolved config's canonical JSON. */
  readonly configHash: string;
  /** First 16 hex of the sha256 of the data file's bytes. */
  readonly dataDigest: string;
  /** `xgflow=0.1.0 xgboost=3.2.0`: what the numbers depend on besides. */
  readonly versions: string;
}

/** One name for an identity, fit for a file. */
export function identityKey(identity: SweepIdentity): string {
  const versions = createHash('sha256').update(identity.versions).digest('hex').slice(0, 8);
  return `${identity.configHash}-${identity.dataDigest}-${versions}`;
}
