import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** The identity of a resolved config, or of a part of it: SHA-256 of its canonical JSON, first 16 hex digits. */
export function configHash(config: object): string {
  return createHash('sha256').update(canonicalJson(config)).digest('hex').slice(0, 16);
}
