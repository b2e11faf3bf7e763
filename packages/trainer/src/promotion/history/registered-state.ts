import type { MlflowClient } from '@xgflow/mlflow-client';
import { aliases } from './aliases.ts';
import { historyOf } from './history-entry.ts';
import type { History } from './history-entry.ts';

/** What the registry says of a model at one moment. */
export interface RegisteredState {
  readonly name: string;
  readonly history: History;
  readonly champion: string | undefined;
  readonly challenger: string | undefined;
  readonly previous: string | undefined;
}

/** Reads aliases and history in one request. @throws ResourceNotFoundError: no such model */
export async function registeredState(
  client: MlflowClient,
  name: string,
): Promise<RegisteredState> {
  const model = await client.registeredModels.get(name);
  const versionOf = (alias: string): string | undefined =>
    model.aliases.find((each) => each.alias === alias)?.version;
  return {
    name,
    history: historyOf(model.tags),
    champion: versionOf(aliases.champion),
    challenger: versionOf(aliases.challenger),
    previous: versionOf(aliases.previous),
  };
}
