import type { Schemas } from '../call/operation.ts';
import { toMetric, type Metric } from './metric.ts';

/** A logged model as MLflow describes it; lists are always there, metric values are numbers. */
export interface LoggedModel {
  /** `status` LOGGED_MODEL_PENDING until it is finalized; files at `artifact_uri`. */
  readonly info: Schemas['LoggedModelInfo'] & {
    readonly tags: readonly Schemas['LoggedModelTag'][];
  };
  readonly data: {
    readonly params: readonly Schemas['LoggedModelParameter'][];
    readonly metrics: readonly Metric[];
  };
}

/** Decode a logged model from the wire and fill in the lists that MLflow leaves out when they are empty. */
export function toLoggedModel(wire: Schemas['LoggedModel']): LoggedModel {
  return {
    info: { ...wire.info, tags: wire.info.tags ?? [] },
    data: { params: wire.data?.params ?? [], metrics: (wire.data?.metrics ?? []).map(toMetric) },
  };
}
