import { isAscii, isUtf8 } from 'node:buffer';
import { EncodingError, type WrongEncoding } from '../errors/encoding-error.ts';
import { isLineEnd, LineCounter } from './line-counter.ts';

const SIGNATURES: readonly (readonly [WrongEncoding, readonly number[]])[] = [
  ['utf16', [0xff, 0xfe]],
  ['utf16', [0xfe, 0xff]],
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
];

/**
 * Looks at the bytes before the parser does, because the parser would replace what is not UTF-8
 * without a word.
 */
export class ByteGuard {
  readonly #source: string;
  readonly #lines = new LineCounter();
  #first = true;
  #ascii = true;
  #tail = Buffer.alloc(0);

  constructor(source: string) {
    this.#source = source;
  }

  /** No byte so far was beyond ASCII. */
  get ascii(): boolean {
    return this.#ascii;
  }

  /** @throws {EncodingError} naming the line of the first bad byte */
  check(chunk: Buffer): void {
    if (this.#first && chunk.length > 0) {
      this.#first = false;
      const signature = SIGNATURES.find(([, bytes]) => bytes.every((b, i) => chunk[i] === b));
      if (signature !== undefined) throw this.#error(signature[0], 1);
    }
    const nul = chunk.indexOf(0);
    if (nul >= 0) throw this.#error('nul', this.#lines.lineAt(chunk, nul));
    this.#ascii &&= isAscii(chunk);
    if (!this.#ascii) this.#checkUtf8(chunk);
    this.#lines.add(chunk);
  }

  /** @throws {EncodingError} where the last character is cut off */
  end(): void {
    if (this.#tail.length > 0) throw this.#error('invalid-utf8', this.#lines.line);
  }

  #checkUtf8(chunk: Buffer): void {
    const text = this.#tail.length === 0 ? chunk : Buffer.concat([this.#tail, chunk]);
    const cut = text.length - unfinished(text);
    const whole = text.subarray(0, cut);
    if (!isUtf8(whole)) {
      throw this.#error('invalid-utf8', this.#lines.lineAt(whole, firstBadLine(whole)));
    }
    this.#tail = Buffer.from(text.subarray(cut));
  }

  #error(found: WrongEncoding, line: number): EncodingError {
    return new EncodingError({ source: this.#source, line, found });
  }
}

/** Where the line of the first bad byte begins in these bytes. */
function firstBadLine(bytes: Buffer): number {
  let begin = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (!isLineEnd(bytes[at])) continue;
    if (!isUtf8(bytes.subarray(begin, at))) return begin;
    begin = at + 1;
  }
  return begin;
}

/** Bytes at the end that may begin a character that the next chunk continues: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue; // a continuation byte: its lead byte is further back
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < needed ? back : 0;
  }
  return 0;
}
