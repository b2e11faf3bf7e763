import type { Schemas } from '../call/operation.ts';
import { toModelVersion, type ModelVersion } from './model-version.ts';

type Wire = Schemas['RegisteredModel'];

/** A registered model as MLflow describes it; lists are always there. */
export interface RegisteredModel extends Omit<Wire, 'latest_versions'> {
  readonly tags: Schemas['RegisteredModelTag'][];
  readonly aliases: Schemas['RegisteredModelAlias'][];
  readonly latest_versions: ModelVersion[];
}

/** Fill in the lists that MLflow leaves out when they are empty. */
export function toRegisteredModel(wire: Wire): RegisteredModel {
  return {
    ...wire,
    tags: wire.tags ?? [],
    aliases: wire.aliases ?? [],
    latest_versions: (wire.latest_versions ?? []).map(toModelVersion),
  };
}
