import { Readable } from 'node:stream';

/** A source of the given bytes in blocks, so that block borders can be put anywhere. */
export function blocks(content: string | Buffer, size = content.length + 1): Readable {
  const bytes = Buffer.from(content as string);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
  // As objects: of bytes a stream makes one block of several where its reader is slow.
  return Readable.from(parts, { objectMode: true });
}
