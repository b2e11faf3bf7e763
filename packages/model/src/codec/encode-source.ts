import { BadFieldError } from '../errors/bad-field-error.ts';
import { cellReader, type CellReader } from './cell-reader.ts';
import type { CellSource } from './cell-source.ts';
import { EncodedBuilder, type Encoded } from './encoded.ts';
import type { FeatureCoding } from './feature.ts';

// Look-up tables per codec; a codec never changes.
const readers = new WeakMap<FeatureCoding, readonly CellReader[]>();

function readersOf(codec: FeatureCoding): readonly CellReader[] {
  let known = readers.get(codec);
  if (known === undefined) {
    const missing = new Set(codec.missingTokens);
    known = codec.features.map((feature) => cellReader(feature, missing));
    readers.set(codec, known);
  }
  return known;
}

/** The features of rows of cells. @throws {BadFieldError} */
export function encodeSource(codec: FeatureCoding, source: CellSource): Encoded {
  const { first, rows } = source;
  const encoded = new EncodedBuilder(rows, codec.features.length);
  // By column: one reader stays hot in the inner loop.
  readersOf(codec).forEach((reader, col) => {
    const field = codec.features[col]?.name ?? '';
    const cellOf = source.column(field);
    for (let row = 0; row < rows; row++) {
      const cell = cellOf(row);
      const value = reader.read(cell);
      if (value === undefined) {
        const at = { row: first + row, field, value: cell };
        throw new BadFieldError({ ...at, expected: reader.expected, place: source.place(row) });
      }
      if (value === 'unseen') encoded.setUnseen(row, col, field);
      else encoded.set(row, col, value);
    }
  });
  return encoded;
}
