import { DataError, parseSource, type ReadProgress, type SourceLocation } from '@xgflow/data';
import { ModelError, type Predictor } from '@xgflow/model';
import { ServingError } from '../errors/serving-error.ts';
import { isResumable, openScoring } from './open-scoring.ts';
import type { Counts } from './checkpoint.ts';
import type { RowsInput } from './input-rows.ts';
import { scoreRows } from './score-rows.ts';

/** What to score, and how. */
export interface ScoreTableOptions extends Pick<RowsInput, 'delimiter' | 'maxRecordBytes'> {
  readonly predictor: Predictor;
  /**
   * A table with the model's features: a path or another place as `parseSource` takes it; other columns are ignored.
   */
  readonly input: string | SourceLocation;
  /** What to read of a database: a table or a SELECT; of a Parquet file, from the view `source`. */
  readonly query?: string | undefined;
  /** Path of the CSV file to write. */
  readonly output: string;
  /** Columns of the input to copy into the output, as text. Default none. */
  readonly keep?: readonly string[];
  /** Replace an output that exists. Default false: it is an error. */
  readonly overwrite?: boolean;
  /** Path of a CSV file for rows that the model cannot take. Default: the first one ends the scoring. */
  readonly badRows?: string | undefined;
  /** Go on where an interrupted scoring of the same input by the same model left off. Default false: begin anew. */
  readonly resume?: boolean;
  /** Rows predicted at a time, of a CSV file. Default 2,000: some 10 ms each. */
  readonly batchRows?: number;
  /** Milliseconds between two moments from which an interrupted scoring can go on. Default 1,000. */
  readonly checkpointMs?: number;
  /** Called after each batch; `bytes` is those of the output. */
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Called with what the user should know, such as an order of rows that is nowhere defined. */
  readonly onWarning?: (warning: string) => void;
  /** Stops the scoring; what is done is left for `resume`. */
  readonly signal?: AbortSignal;
}

/** What was scored, the part before an interruption included. */
export interface ScoreTableResult {
  /** Rows in the output. */
  readonly rows: number;
  /** Rows put aside. */
  readonly badRows: number;
  /** Rows of the input that an earlier, interrupted run had done; 0 without one. */
  readonly resumedAt: number;
  /** Rows predicted as the positive class; 0 for a model that has none. */
  readonly positives: number;
  /** Rows with at least one level that the model never saw. */
  readonly unseenRows: number;
  /** Cells with such a level, per feature; features without any are absent. */
  readonly unseenByColumn: Readonly<Record<string, number>>;
}

/**
 * Scores a table row by row into a CSV file, in memory that does not grow with it, in the order of the input. A
 * probability is the shortest decimal that is the same float32. The output appears whole, or not at all; a scoring
 * that was interrupted leaves `<output>.part` and `<output>.resume.json` to go on with, one that met bad data leaves
 * nothing.
 *
 * @throws {DataError} an input that cannot be read, or a ragged row
 * @throws {ModelError} a missing column, or a cell that its feature cannot hold, with row and line
 * @throws {OutputError} · {KeepError} · {ResumeError} · {UnsupportedPredictionError}
 */
export async function scoreTable(options: ScoreTableOptions): Promise<ScoreTableResult> {
  const { input, query, delimiter, maxRecordBytes } = options;
  const location = typeof input === 'string' ? parseSource(input) : input;
  const rows: RowsInput = {
    location,
    query,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(maxRecordBytes === undefined ? {} : { maxRecordBytes }),
  };
  options.signal?.throwIfAborted();
  const scoring = await openScoring(rows, options);
  try {
    const counts = await scoreRows(rows, scoring, options);
    await scoring.commit();
    return resultOf(counts, scoring.from);
  } catch (error) {
    if (isAboutData(error) || !isResumable(location)) await scoring.discard();
    else await scoring.leave();
    throw error;
  }
}

/** Then going on would come to the same end. */
function isAboutData(error: unknown): boolean {
  if (!(error instanceof Error) || error.name === 'SourceUnavailableError') return false;
  return (
    (error instanceof DataError || error instanceof ModelError || error instanceof ServingError) &&
    error.name !== 'OutputError'
  );
}

function resultOf({ bad, scored, ...counts }: Counts, resumedAt: number): ScoreTableResult {
  return { rows: scored, badRows: bad, resumedAt, ...counts };
}
