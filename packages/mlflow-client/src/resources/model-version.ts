import type { Schemas } from '../call/operation.ts';

type Wire = Schemas['ModelVersion'];

/** A model version as MLflow describes it; lists are always there, `version` is a text such as `3`. */
export interface ModelVersion extends Wire {
  readonly tags: Schemas['ModelVersionTag'][];
  readonly aliases: string[];
}

/** A source that is a logged model; the first group is its id. */
export const LOGGED_MODEL_SOURCE = /^models:\/(m-[0-9a-f]{32})$/;

/**
 * Fill in the lists that MLflow leaves out when they are empty, and `model_id`, which the open-source server takes but does
 * not give back, from a source `models:/m-…`.
 */
export function toModelVersion(wire: Wire): ModelVersion {
  const modelId = wire.model_id ?? LOGGED_MODEL_SOURCE.exec(wire.source ?? '')?.[1];
  return {
    ...wire,
    ...(modelId === undefined ? {} : { model_id: modelId }),
    tags: wire.tags ?? [],
    aliases: wire.aliases ?? [],
  };
}
