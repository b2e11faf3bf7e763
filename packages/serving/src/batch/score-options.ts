import type { ReadProgress, SourceLocation } from '@xgflow/data';
import type { Predictor } from '@xgflow/model';
import type { RowsInput } from './input-rows.ts';

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
  /**
   * Go on where an interrupted scoring of the same file by the same model left off; of a database it is refused. Default
   * false: begin anew.
   */
  readonly resume?: boolean;
  /** Rows predicted at a time, of a CSV file. Default 500: a few ms each. */
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
