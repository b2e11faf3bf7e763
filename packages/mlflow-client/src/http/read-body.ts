import type { Readable } from 'node:stream';
import { systemError } from '../errors/system-error.ts';
import { SendFailure } from './send.ts';

/**
 * Reads a body as UTF-8 text. Resolves with undefined when it is larger than `maxBytes` (counted after
 * decompression, so that a small gzip cannot fill the memory). Throws `SendFailure` when it is cut off.
 */
export async function readText(body: Readable, maxBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) return undefined;
      chunks.push(chunk);
    }
  } catch (error) {
    throw lostBody(error);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The failure that a broken body stream means: the server had answered, so the request was sent. */
export function lostBody(error: unknown): SendFailure {
  const code = systemError(error).code ?? 'TRUNCATED_ANSWER';
  return new SendFailure(code, 'the answer was cut off', true, false);
}
