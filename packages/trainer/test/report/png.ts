import { inflateSync } from 'node:zlib';

/** A decoded picture: 8 bits each of red, green, blue and alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Reads a PNG of 8-bit RGBA without interlacing, which is what resvg writes. */
export function readPng(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('no PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (bytes[24] !== 8 || bytes[25] !== 6 || bytes[28] !== 0) throw new Error('another kind of PNG');
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width, height, rgba: unfiltered(inflateSync(Buffer.concat(parts)), width * 4, height) };
}

/** How many pixels between two rows are darker than a middle grey. */
export function inkBetween({ width, rgba }: Pixels, top: number, bottom: number): number {
  let dark = 0;
  for (let pixel = top * width; pixel < bottom * width; pixel += 1) {
    const sum = rgba[4 * pixel]! + rgba[4 * pixel + 1]! + rgba[4 * pixel + 2]!;
    if (sum < 3 * 128 && rgba[4 * pixel + 3]! > 128) dark += 1;
  }
  return dark;
}

/** PNG specification, section 9: each byte was stored as its difference from a prediction. */
function unfiltered(raw: Buffer, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)]!;
    for (let at = 0; at < stride; at += 1) {
      const left = at >= 4 ? out[row * stride + at - 4]! : 0;
      const up = row > 0 ? out[(row - 1) * stride + at]! : 0;
      const corner = at >= 4 && row > 0 ? out[(row - 1) * stride + at - 4]! : 0;
      const predicted = predict(filter, left, up, corner);
      out[row * stride + at] = raw[row * (stride + 1) + 1 + at]! + predicted;
    }
  }
  return out;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
