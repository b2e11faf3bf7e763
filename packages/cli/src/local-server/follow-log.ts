import { open, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { StringDecoder } from 'node:string_decoder';

const pollMs = 300;
const chunkBytes = 64 * 1024;

/**
 * The lines that are appended to a file after byte `from`, until the signal is aborted (then its reason is thrown).
 * A file that is replaced by a shorter one is read from its beginning.
 */
export async function* followLog(
  file: string,
  from: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let position = from;
  let rest = '';
  let decoder = new StringDecoder('utf8');
  for (;;) {
    signal.throwIfAborted();
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size < position) {
      position = 0;
      rest = '';
      decoder = new StringDecoder('utf8');
    }
    if (size === position) {
      await sleep(pollMs, undefined, { signal }).catch(() => undefined);
      continue;
    }
    const read = await readChunk(file, position);
    position += read.length;
    const lines = (rest + decoder.write(read)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

async function readChunk(file: string, position: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(chunkBytes),
      0,
      chunkBytes,
      position,
    );
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
