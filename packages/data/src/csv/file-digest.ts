import { createHash } from 'node:crypto';
import { bytesOf } from './bytes.ts';

/** First 16 hex digits of the SHA-256 of a file's bytes. @throws {UnreadableFileError} */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytesOf(path, path)) hash.update(chunk);
  return hash.digest('hex').slice(0, 16);
}
