import type { Schemas } from '../call/operation.ts';
import { toMetric, type Metric } from './metric.ts';

/** A run as MLflow describes it; lists are always there, metric values are numbers. */
export interface Run {
  readonly info: Schemas['RunInfo'];
  readonly data: {
    /** The last value of each metric. */
    readonly metrics: readonly Metric[];
    readonly params: readonly Schemas['Param'][];
    readonly tags: readonly Schemas['RunTag'][];
  };
  readonly inputs: {
    readonly dataset_inputs: readonly Schemas['DatasetInput'][];
    readonly model_inputs: readonly Schemas['ModelInput'][];
  };
  readonly outputs: { readonly model_outputs: readonly Schemas['ModelOutput'][] };
}

/** Decode a run from the wire and fill in the lists that MLflow leaves out when they are empty. */
export function toRun(wire: Schemas['Run']): Run {
  return {
    info: wire.info,
    data: {
      metrics: (wire.data?.metrics ?? []).map(toMetric),
      params: wire.data?.params ?? [],
      tags: wire.data?.tags ?? [],
    },
    inputs: {
      dataset_inputs: wire.inputs?.dataset_inputs ?? [],
      model_inputs: wire.inputs?.model_inputs ?? [],
    },
    outputs: { model_outputs: wire.outputs?.model_outputs ?? [] },
  };
}

/** The last value of each metric by key. */
export function metricsOf(run: Run): Record<string, number> {
  return Object.fromEntries(run.data.metrics.map(({ key, value }) => [key, value]));
}

/** Params by key; MLflow keeps them as text. */
export function paramsOf(run: Run): Record<string, string> {
  return Object.fromEntries(run.data.params.map(({ key, value }) => [key, value]));
}

/** Tags by key, MLflow's own `mlflow.*` among them. */
export function tagsOf(run: Run): Record<string, string> {
  return Object.fromEntries(run.data.tags.map(({ key, value }) => [key, value]));
}
