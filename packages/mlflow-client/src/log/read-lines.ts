import type { FileHandle } from 'node:fs/promises';

/** A stretch of a file up to a newline, or up to the end of the file. */
export interface Line {
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Without the newline. */
  readonly bytes: Buffer;
  /** False only for the last one, when the file does not end with a newline. */
  readonly terminated: boolean;
}

const CHUNK = 256 * 1024;
const NEWLINE = 0x0a;

/** Reads the first `size` bytes of a file line by line; memory holds one line and one chunk. */
export async function* readLines(file: FileHandle, size: number): AsyncGenerator<Line> {
  let rest: Buffer[] = [];
  let offset = 0;
  for (let position = 0; position < size;) {
    const length = Math.min(CHUNK, size - position);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    let chunk = buffer.subarray(0, bytesRead);
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE)) {
      const bytes = Buffer.concat([...rest, chunk.subarray(0, end)]);
      yield { offset, bytes, terminated: true };
      offset += bytes.length + 1;
      rest = [];
      chunk = chunk.subarray(end + 1);
    }
    if (chunk.length > 0) rest.push(chunk);
  }
  const bytes = Buffer.concat(rest);
  if (bytes.length > 0) yield { offset, bytes, terminated: false };
}
