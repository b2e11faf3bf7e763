import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.ts';
import type { Transport } from '../http/request.ts';
import { encodeArtifactPath } from './artifact-path.ts';
import type { TransferOptions } from './listing.ts';
import { PROXY_ROUTE } from './location.ts';

const DEFAULT_MAX_BYTES = 64 * 1024 ** 2;

/** Reads one artifact into memory, at most `maxBytes` of it. */
export async function readBytes(
  transport: Transport,
  root: string,
  path: string,
  options: TransferOptions & { readonly maxBytes?: number },
): Promise<Buffer> {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const route = `${PROXY_ROUTE}/${encodeArtifactPath(`${root}/${path}`)}`;
  return transport.download({ path: route, signal: options.signal }, async (body) => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) {
        throw new UnexpectedAnswerError(`artifact ${path} is larger than ${maxBytes} bytes`, {
          endpoint: `GET ${route}`,
          hint: 'download it to a file, or raise maxBytes',
        });
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  });
}
