import type { Schemas } from '../call/operation.ts';

type Wire = Schemas['ModelVersion'];

/** A model version as MLflow describes it; lists are always there, `version` is a text such as `3`. */
export interface ModelVersion extends Wire {
  readonly tags: Schemas['ModelVersionTag'][];
  readonly aliases: string[];
}

/** Fill in the lists that MLflow leaves out when they are empty. */
export function toModelVersion(wire: Wire): ModelVersion {
  return { ...wire, tags: wire.tags ?? [], aliases: wire.aliases ?? [] };
}
