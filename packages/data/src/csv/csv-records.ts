import { bytesOf, sourceName, type CsvSource } from './bytes.ts';
import type { CsvOptions } from './csv-options.ts';
import { RowParser } from './row-parser.ts';

/** Some rows of a file as text. */
export interface RecordBatch {
  /** The header, the same array in every batch. */
  readonly names: readonly string[];
  /** Cells per row, in the header's order. */
  readonly rows: readonly (readonly string[])[];
  /** Data row of `rows[0]`, counted from 1. */
  readonly firstRow: number;
  /** Data row of each row: consecutive, unless ragged rows were left out. */
  readonly numbers: readonly number[];
  /** Line of the file on which each row ends. */
  readonly lines: readonly number[];
  /** Data row up to which nothing more comes: every row is in this batch, in an earlier one, or was left out. */
  readonly upTo: number;
}

/** How records are read. */
export interface CsvRecordsOptions extends CsvOptions {
  /** Rows per batch; the last one may be shorter, and so may any where ragged rows are left out. Default 1,000. */
  readonly batchRows?: number;
}

/**
 * The rows of a CSV file as text, batch by batch, in memory bounded by one batch and one block.
 * A file with a header only gives one batch without rows, so that its names are known. A batch comes too, with rows or
 * without, where so many ragged rows were left out that their receiver may want to have done with them.
 *
 * @throws {DataError} as `readCsv` does, but for cells, which are not converted
 */
export async function* csvRecords(
  source: CsvSource,
  options: CsvRecordsOptions = {},
): AsyncGenerator<RecordBatch> {
  const name = sourceName(source, options.sourceName);
  const batchRows = Math.max(1, options.batchRows ?? 1000);
  let names: readonly string[] = [];
  let rows: string[][] = [];
  let lines: number[] = [];
  let numbers: number[] = [];
  let upTo = 0;
  const parser = new RowParser(
    name,
    {
      header: (header) => {
        names = header;
      },
      row: (cells) => {
        rows.push(cells);
        lines.push(parser.place.line);
        numbers.push(parser.place.row);
      },
    },
    options,
  );
  const cut = (count: number): RecordBatch => {
    const firstRow = numbers[0] ?? upTo + 1;
    upTo = count < rows.length ? (numbers[count - 1] ?? upTo) : parser.place.row;
    const batch = {
      names,
      rows: rows.slice(0, count),
      lines: lines.slice(0, count),
      numbers: numbers.slice(0, count),
      firstRow,
      upTo,
    };
    rows = rows.slice(count);
    lines = lines.slice(count);
    numbers = numbers.slice(count);
    return batch;
  };

  let bytes = 0;
  for await (const chunk of bytesOf(source, name)) {
    options.signal?.throwIfAborted();
    await parser.push(chunk);
    bytes += chunk.length;
    options.onProgress?.({ rows: parser.place.row, bytes });
    while (rows.length >= batchRows) yield cut(batchRows);
    if (parser.place.row - upTo >= batchRows) yield cut(rows.length);
  }
  await parser.end();
  options.onProgress?.({ rows: parser.place.row, bytes });
  while (rows.length >= batchRows) yield cut(batchRows);
  if (parser.place.row > upTo || upTo === 0) yield cut(rows.length);
}
