import { Transform, type Readable } from 'node:stream';
import { OverloadedError } from '../errors/overloaded-error.ts';
import type { Hold } from './held-bytes.ts';

/**
 * A body whose length nobody said, which is held as far as it has come.
 *
 * @returns what is read instead of it; it fails with an OverloadedError where too much would be held
 */
export function heldAsItGrows(body: Readable, hold: Hold): Readable {
  let bytes = 0;
  const held = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (hold.change(bytes)) {
        done(null, chunk);
        return;
      }
      // What still comes is thrown away, so that the client gets to read the answer.
      body.unpipe(held).resume();
      done(new OverloadedError('too many large requests at a time'));
    },
  });
  body.once('error', (error) => held.destroy(error));
  return body.pipe(held);
}
