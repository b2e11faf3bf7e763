import { crc32 } from 'node:zlib';

/** One line of a log: `<crc32 of the JSON, 8 hex digits> <its length in bytes> <JSON>` and a newline. */
const LINE = /^([0-9a-f]{8}) (\d+) (.*)$/s;

/** The line for a record, newline included. Throws TypeError for what JSON cannot hold at all. */
export function frameRecord(record: unknown): Buffer {
  const json = JSON.stringify(record) as string | undefined;
  if (json === undefined) throw new TypeError('a log record must be a JSON value');
  const bytes = Buffer.from(json, 'utf8');
  const head = `${crc32(bytes).toString(16).padStart(8, '0')} ${bytes.length} `;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\n')]);
}

export type Unframed =
  | { readonly ok: true; readonly record: unknown }
  | { readonly ok: false; readonly problem: string };

/** Reads a line, without its newline, back; a flipped or missing byte is a problem, never a record. */
export function unframeRecord(line: Buffer): Unframed {
  // latin1 keeps one character per byte, so that lengths and offsets are bytes.
  const match = LINE.exec(line.toString('latin1'));
  if (match === null) return { ok: false, problem: 'not a framed record' };
  const [, crc = '', length = '', tail = ''] = match;
  if (tail.length !== Number(length)) return { ok: false, problem: 'wrong length' };
  const json = line.subarray(line.length - tail.length);
  if (crc32(json) !== Number.parseInt(crc, 16)) return { ok: false, problem: 'wrong checksum' };
  try {
    return { ok: true, record: JSON.parse(json.toString('utf8')) };
  } catch {
    return { ok: false, problem: 'not JSON' };
  }
}
