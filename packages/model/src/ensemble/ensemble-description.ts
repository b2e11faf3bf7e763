import type { Calibration } from '../calibration/calibration.ts';
import type { ModelDescription } from '../mlmodel/model-description.ts';
import type { Combiner } from './combiner.ts';

/** One model of an ensemble. */
export interface EnsembleMember {
  /** Unique among the members: letters, digits, `_`, `-` and `.`. */
  readonly name: string;
  /** The booster as UBJ, trained on the ensemble's codec. */
  readonly model: Uint8Array;
  /** Applied to the member's probabilities before they are combined. */
  readonly calibration?: Calibration;
  /** The MLflow run that it was trained in. */
  readonly runId?: string;
}

/** Everything that goes into the directory of an ensemble, which is scored as one model. */
export interface EnsembleDescription extends Omit<ModelDescription, 'model'> {
  /** At least one. All have the same features, exposure and outputs. */
  readonly members: readonly EnsembleMember[];
  readonly combiner: Combiner;
}
