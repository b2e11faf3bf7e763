import { createHash } from 'node:crypto';

/**
 * A double in [0, 1) that depends on the key alone: the first 53 bits of the SHA-256 of its UTF-8 bytes.
 * A counter-based generator: draws need no state, so they do not depend on the order in which they are made.
 *
 * Source of the idea: Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3" (SC 2011).
 */
export function uniformHash(key: string): number {
  const bits = createHash('sha256').update(key).digest().readBigUInt64BE() >> 11n;
  return Number(bits) / 2 ** 53;
}
