import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { UnreadableFileError } from '../errors/unreadable-file-error.ts';

// Small enough that one block holds the event loop for about 20 ms, large enough to be cheap.
const BLOCK_BYTES = 256 * 1024;

/** What is read: a path, or a stream of bytes. */
export type CsvSource = string | Readable;

/** Name of a source for messages. */
export function sourceName(source: CsvSource, given?: string): string {
  return given ?? (typeof source === 'string' ? source : 'input');
}

/** The bytes of a source, block by block. @throws {UnreadableFileError} */
export async function* bytesOf(source: CsvSource, name: string): AsyncGenerator<Buffer> {
  const stream =
    typeof source === 'string' ? createReadStream(source, { highWaterMark: BLOCK_BYTES }) : source;
  try {
    for await (const chunk of stream as AsyncIterable<unknown>) {
      if (typeof chunk === 'string') yield Buffer.from(chunk, 'utf8');
      else if (chunk instanceof Uint8Array) {
        yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      } else throw new TypeError('a stream of objects, not of bytes');
    }
  } catch (cause) {
    throw new UnreadableFileError(name, cause);
  }
}
