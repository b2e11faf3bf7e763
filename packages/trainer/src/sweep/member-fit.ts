import type { Calibration } from '@xgflow/model';

/** A finished variant, as far as an ensemble needs it. */
export interface MemberFit {
  readonly name: string;
  /** UBJSON. */
  readonly model: Uint8Array;
  readonly calibration?: Calibration;
  /** Of the training part, fold after fold; calibrated where the variant is. */
  readonly outOfFold: Float32Array;
  /** Its run in MLflow. */
  readonly runId?: string;
}
