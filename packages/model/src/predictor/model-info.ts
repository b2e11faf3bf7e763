import type { PredictionKind } from '../mlmodel/objective.ts';
import type { ModelOrigin } from '../mlmodel/read-mlmodel.ts';

/** What is known of a loaded model. */
export interface ModelInfo extends ModelOrigin {
  /** SHA-256 of the model file, hexadecimal. */
  readonly sha256: string;
  readonly objective: string;
  readonly kind: PredictionKind;
  /** Column that is predicted; unknown for models written elsewhere. */
  readonly target: string | undefined;
  /** Of a binary model: the classes of label 0 and 1. */
  readonly classes: readonly [string | number, string | number] | undefined;
  /** Probability from which on a binary model's label is 1. */
  readonly threshold: number;
}
