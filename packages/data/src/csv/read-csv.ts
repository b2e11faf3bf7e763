import { EmptyFileError } from '../errors/empty-file-error.ts';
import { Table } from '../table/table.ts';
import { bytesOf, sourceName, type CsvSource } from './bytes.ts';
import type { ReadCsvOptions } from './csv-options.ts';
import { readBatch } from './read-batch.ts';
import { planColumns, type PlannedColumn } from './plan-columns.ts';
import { RowBatch } from './row-batch.ts';
import { RowParser } from './row-parser.ts';

/**
 * Reads a CSV file with a header line into typed columns, converting while reading: no cell's text
 * is kept, so memory is that of the columns. Values are those of pandas' `read_csv`
 * (correctly rounded 64-bit floats, its list of missing tokens, blank lines skipped); stricter
 * than pandas are: ragged rows, empty or duplicate column names, infinite numbers and text in a
 * column not declared `categorical`, all of which are errors.
 *
 * @param source a path, or a stream of UTF-8 bytes
 * @throws {DataError} one of the family, naming row and column where there is one; of several the first
 */
export async function readCsv(source: CsvSource, options: ReadCsvOptions = {}): Promise<Table> {
  const name = sourceName(source, options.sourceName);
  const batch = new RowBatch(name);
  let planned: PlannedColumn[] = [];
  const parser = new RowParser(
    name,
    {
      header: (names) => {
        planned = planColumns(names, batch, options);
      },
      row: (cells) => {
        batch.push(cells, parser.place);
        if (batch.full) readBatch(batch, planned);
      },
    },
    options,
  );
  const { onProgress, signal } = options;
  let bytes = 0;
  try {
    for await (const chunk of bytesOf(source, name)) {
      signal?.throwIfAborted();
      await parser.push(chunk);
      bytes += chunk.length;
      onProgress?.({ rows: parser.place.row, bytes });
    }
    await parser.end();
    // Some rows were in the parser's hands when the last block was told of.
    onProgress?.({ rows: parser.place.row, bytes });
  } catch (error) {
    // A bad cell of a row that waits came before what is wrong later in the file.
    if (signal?.aborted !== true) readBatch(batch, planned);
    throw error;
  }
  readBatch(batch, planned);
  if (parser.place.row === 0) throw new EmptyFileError(name, 'header only');
  return new Table(planned.map(({ builder }) => builder.finish()));
}
