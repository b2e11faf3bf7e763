import type { Schemas } from '../call/operation.ts';

type Wire = Schemas['Experiment'];

/** An experiment as MLflow describes it; `tags` is always there. */
export interface Experiment extends Wire {
  readonly tags: Schemas['ExperimentTag'][];
}

/** Fill in the lists that MLflow leaves out when they are empty. */
export function toExperiment(wire: Wire): Experiment {
  return { ...wire, tags: wire.tags ?? [] };
}
