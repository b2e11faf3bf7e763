import { csvCell, csvRecords } from '@xgflow/data';
import type { CsvOptions, ReadProgress, RecordBatch } from '@xgflow/data';
import type { Predictor } from '@xgflow/model';
import { keptColumns } from './kept-columns.ts';
import { outputColumns } from './output-columns.ts';
import { OutputFile } from './output-file.ts';

/** What to score, and how. */
export interface ScoreCsvOptions extends Pick<CsvOptions, 'delimiter' | 'maxRecordBytes'> {
  readonly predictor: Predictor;
  /** Path of a CSV file with the model's features; other columns are ignored. */
  readonly input: string;
  /** Path of the CSV file to write. */
  readonly output: string;
  /** Columns of the input to copy into the output, as text. Default none. */
  readonly keep?: readonly string[];
  /** Replace an output that exists. Default false: it is an error. */
  readonly overwrite?: boolean;
  /** Rows predicted at a time. Default 5,000. */
  readonly batchRows?: number;
  /** Called after each block of the input. */
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Stops the scoring; no output is written. */
  readonly signal?: AbortSignal;
}

/** What was scored. */
export interface ScoreCsvResult {
  readonly rows: number;
  /** Rows predicted as the positive class; 0 for a model that has none. */
  readonly positives: number;
  /** Rows with at least one level that the model never saw. */
  readonly unseenRows: number;
  /** Cells with such a level, per feature; features without any are absent. */
  readonly unseenByColumn: Readonly<Record<string, number>>;
}

/**
 * Scores a CSV file row by row into a CSV file, in memory that does not grow with it: row `i` of
 * the output is row `i` of the input. A probability is the shortest decimal that is the same float32.
 *
 * @throws {DataError} a file that cannot be read, or a ragged row
 * @throws {ModelError} a missing column, or a cell that its feature cannot hold, with row and line
 * @throws {OutputError} · {KeepError} · {UnsupportedPredictionError}
 */
export async function scoreCsv(options: ScoreCsvOptions): Promise<ScoreCsvResult> {
  const { input, predictor } = options;
  const columns = outputColumns(predictor.info);
  const overwrite = options.overwrite ?? false;
  const file = await OutputFile.create(options.output, { overwrite, input });
  const unseenByColumn = new Map<string, number>();
  let rows = 0;
  let positives = 0;
  let unseenRows = 0;
  let kept: number[] | undefined;
  try {
    for await (const batch of csvRecords(input, { batchRows: 5000, ...recordOptions(options) })) {
      if (kept === undefined) {
        const keep = options.keep ?? [];
        kept = keptColumns(keep, batch.names, columns.names, input);
        await file.write(line([...columns.names, ...keep]));
      }
      const predictions = predictBatch(predictor, batch, input);
      const lines = batch.rows.map((cells, index) => {
        const own = columns.cells(predictions, index, batch.firstRow + index);
        return line([...own, ...(kept ?? []).map((at) => cells[at] ?? '')]);
      });
      await file.write(lines.join(''));
      rows += batch.rows.length;
      if (predictor.info.kind === 'binary') {
        for (const label of predictions.labels) if (label === 1) positives++;
      }
      for (const count of predictions.unseen) if (count > 0) unseenRows++;
      for (const [name, count] of predictions.unseenByColumn) {
        unseenByColumn.set(name, (unseenByColumn.get(name) ?? 0) + count);
      }
    }
    options.signal?.throwIfAborted();
    await file.commit();
  } finally {
    await file.discard();
  }
  return { rows, positives, unseenRows, unseenByColumn: Object.fromEntries(unseenByColumn) };
}

function predictBatch(
  predictor: Predictor,
  batch: RecordBatch,
  input: string,
): ReturnType<Predictor['predictRows']> {
  const { firstRow, lines, names, rows } = batch;
  return predictor.predictRows(names, rows, {
    firstRow,
    place: (row) => `${input} row ${firstRow + row} (line ${lines[row] ?? 0})`,
  });
}

function recordOptions(options: ScoreCsvOptions): CsvOptions & { batchRows?: number } {
  const { batchRows, delimiter, maxRecordBytes, onProgress, signal } = options;
  return {
    ...(batchRows === undefined ? {} : { batchRows }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(maxRecordBytes === undefined ? {} : { maxRecordBytes }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  };
}

function line(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}
