import type { Encoded } from '../codec/encoded.ts';
import type { Contributions, ExplanationScale } from '../explain/contributions.ts';

/** Coded rows, and the log of their exposure where the model has one. */
export interface ScoreRows {
  readonly encoded: Pick<Encoded, 'values' | 'rows' | 'cols'>;
  readonly baseMargin: Float64Array | undefined;
}

/** Rows of one input, with what was counted while they were coded. */
export interface ScoreInput extends ScoreRows {
  readonly encoded: Encoded;
}

/** What turns coded rows into a model's numbers. It holds native memory. */
export interface Scorer extends Disposable {
  /** What its contributions are parts of. */
  readonly scale: ExplanationScale;
  /**
   * The numbers of at least one row, row by row, after every calibration. @throws the library's errors
   */
  score(rows: ScoreRows): Float32Array;
  /**
   * What each feature adds to one output of at least one row, before any calibration of the whole.
   *
   * @param classes of a multiclass model: the class to explain, row by row
   * @throws the library's errors
   */
  explain(input: ScoreInput, classes: Int32Array): Contributions;
}
