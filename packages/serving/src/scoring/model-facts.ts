import type { ColumnSchema } from '@xgflow/data';
import type { Feature, ModelInfo } from '@xgflow/model';

/** What the server knows of a loaded model; plain data, so that it can come from another thread. */
export interface ModelFacts {
  readonly info: ModelInfo;
  readonly features: readonly Feature[];
  /** What the training table held, per feature; empty for models written elsewhere. */
  readonly columns: readonly ColumnSchema[];
  /** A record that the model predicts: its own input example, or all values missing. */
  readonly example: Readonly<Record<string, string | number | null>>;
  /** Bytes of its files. */
  readonly bytes: number;
  /** Milliseconds for one row, from record to prediction, once warm. */
  readonly rowMs: number;
}
