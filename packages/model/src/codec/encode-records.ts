import { BadFieldError } from '../errors/bad-field-error.ts';
import { MissingFieldError } from '../errors/missing-field-error.ts';
import { UnexpectedFieldError } from '../errors/unexpected-field-error.ts';
import { cellReader, type CellReader } from './cell-reader.ts';
import { EncodedBuilder, type Encoded } from './encoded.ts';
import type { FeatureCoding } from './feature.ts';

export interface RecordOptions {
  /** What to do with names that the model does not know. Default `'ignore'`. */
  readonly extra?: 'ignore' | 'error';
}

export interface RowOptions extends RecordOptions {
  /** Where row `i` is, for messages. Default `row <i + 1>`. */
  readonly place?: (row: number) => string;
  /** Number of the first row, from 1, for the errors' `row`. Default 1. */
  readonly firstRow?: number;
}

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

/** Rows of cells in the order of `names`. */
export function encodeRows(
  codec: FeatureCoding,
  input: { names: readonly string[]; rows: readonly (readonly unknown[])[] },
  options: RowOptions,
): Encoded {
  const { names, rows } = input;
  const position = new Map(names.map((name, index) => [name, index]));
  const known = codec.features.map(({ name }) => name);
  const missing = known.filter((name) => !position.has(name));
  if (missing.length > 0) throw new MissingFieldError(missing, 'the input');
  if (options.extra === 'error') refuseExtra(names, known, 'the input');
  const cells = known.map((name) => position.get(name) ?? 0);
  const first = options.firstRow ?? 1;
  const place = options.place ?? ((row: number) => `row ${first + row}`);
  return encode(codec, rows.length, {
    cell: (row, col) => rows[row]?.[cells[col] ?? 0],
    place,
    first,
  });
}

/** Records by name. */
export function encodeRecords(
  codec: FeatureCoding,
  records: readonly Readonly<Record<string, unknown>>[],
  options: RecordOptions,
): Encoded {
  const names = codec.features.map(({ name }) => name);
  records.forEach((record, row) => {
    // Own properties only: a feature may be called "constructor".
    const missing = names.filter(
      (name) => !Object.hasOwn(record, name) || record[name] === undefined,
    );
    if (missing.length > 0) throw new MissingFieldError(missing, `row ${row + 1}`, row + 1);
    if (options.extra === 'error') refuseExtra(Object.keys(record), names, `row ${row + 1}`);
  });
  return encode(codec, records.length, {
    cell: (row, col) => records[row]?.[names[col] ?? ''],
    place: (row) => `row ${row + 1}`,
    first: 1,
  });
}

function refuseExtra(names: readonly string[], known: readonly string[], place: string): void {
  const wanted = new Set(known);
  const extra = names.filter((name) => !wanted.has(name));
  if (extra.length > 0) throw new UnexpectedFieldError(extra, place);
}

function encode(
  codec: FeatureCoding,
  rows: number,
  input: {
    cell: (row: number, col: number) => unknown;
    place: (row: number) => string;
    first: number;
  },
): Encoded {
  const byFeature = readersOf(codec);
  const encoded = new EncodedBuilder(rows, codec.features.length);
  // By column: one reader stays hot in the inner loop.
  byFeature.forEach((reader, col) => {
    const field = codec.features[col]?.name ?? '';
    for (let row = 0; row < rows; row++) {
      const cell = input.cell(row, col);
      const value = reader.read(cell);
      if (value === undefined) {
        const at = { row: input.first + row, field, value: cell };
        throw new BadFieldError({ ...at, expected: reader.expected, place: input.place(row) });
      }
      if (value === 'unseen') encoded.setUnseen(row, col, field);
      else encoded.set(row, col, value);
    }
  });
  return encoded;
}
