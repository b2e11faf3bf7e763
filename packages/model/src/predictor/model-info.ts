import type { Calibration } from '../calibration/calibration.ts';
import type { Combiner } from '../ensemble/combiner.ts';
import type { ModelTask } from '../mlmodel/model-target.ts';
import type { PredictionKind } from '../mlmodel/objective.ts';
import type { ModelOrigin } from '../mlmodel/read-mlmodel.ts';
import type { ThresholdRule } from '../mlmodel/threshold-rule.ts';

/** What is known of a loaded model. */
export interface ModelInfo extends ModelOrigin {
  /** SHA-256 of the model file, hexadecimal. */
  readonly sha256: string;
  readonly objective: string;
  readonly kind: PredictionKind;
  /** Column that is predicted; unknown for models written elsewhere. */
  readonly target: string | undefined;
  readonly task: ModelTask;
  /**
   * The classes by label: of a binary model those of 0 and 1, undefined where they have no names; of a multiclass
   * one all, its codes where they have no names.
   */
  readonly classes: readonly (string | number)[] | undefined;
  /** Column of the exposure, which every row must then have. */
  readonly exposure: string | undefined;
  /** What the booster's probabilities have gone through, where something. */
  readonly calibration: Calibration | undefined;
  /** Probability, calibrated where there is a calibration, above which a binary model's label is 1. */
  readonly threshold: number;
  /** How the threshold was chosen, where that is known. */
  readonly thresholdRule: ThresholdRule | undefined;
  /** The models that an ensemble is made of; undefined for one model. */
  readonly ensemble:
    | {
        readonly method: Combiner['method'];
        readonly members: readonly { readonly name: string; readonly weight?: number }[];
      }
    | undefined;
}
