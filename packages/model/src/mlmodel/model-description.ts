import type { Schema, Table } from '@xgflow/data';
import type { Calibration } from '../calibration/calibration.ts';
import type { Codec } from '../codec/codec.ts';
import type { ReferenceProfile } from '../profile/reference-profile.ts';
import type { ModelTarget } from './model-target.ts';
import type { ThresholdRule } from './threshold-rule.ts';

/** Everything that goes into a model directory. */
export interface ModelDescription {
  /** The booster as UBJ (`Booster.toBuffer('ubj')`). */
  readonly model: Uint8Array;
  readonly codec: Codec;
  /** Of the training table; columns that are no features may be in it and are left out. */
  readonly schema: Schema;
  readonly target: ModelTarget;
  /**
   * Column of the exposure, whose natural log is the base margin of each row, in training as in
   * scoring. For objectives with a log link. Its column of `schema` is kept.
   */
  readonly exposure?: string;
  /** What turns a binary model's probabilities into calibrated ones. */
  readonly calibration?: Calibration;
  /** Probability, calibrated where there is a calibration, above which the positive class is predicted. Default 0.5 for a binary model. */
  readonly threshold?: number;
  /** How the threshold was chosen. */
  readonly thresholdRule?: ThresholdRule;
  /** What the model scored, for the record. */
  readonly metrics?: Readonly<Record<string, number>>;
  /** Where the metrics come from, e.g. `test split, seed 7`. */
  readonly metricsSource?: string;
  /** Real rows for the input example, where the user asked for them. Default: one made-up row. */
  readonly inputExampleRows?: { readonly table: Table; readonly rows: number };
  /** What new data is compared with (`xgflow drift`); see `buildProfile`. Default: none. */
  readonly profile?: ReferenceProfile;
  readonly runId?: string;
  /** MLflow's id of the logged model, `m-…`. */
  readonly modelId?: string;
  /** Where the tracking server keeps the files. */
  readonly artifactPath?: string;
  /** 32 hexadecimal digits. Default: random. */
  readonly modelUuid?: string;
  /** Default: now. */
  readonly utcTimeCreated?: Date;
}
