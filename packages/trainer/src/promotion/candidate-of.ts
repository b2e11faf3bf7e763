import type { MlflowClient, ModelVersion } from '@xgflow/mlflow-client';
import type { MetricName } from '../metrics/index.ts';
import { metricKey } from '../record/metric-key.ts';
import { runTags } from '../record/run-tags.ts';
import { shellWord } from '../record/shell-word.ts';
import { aliases } from './history/aliases.ts';
import { PromotionInputError } from './promotion-input-error.ts';
import { versionNumber } from './version-number.ts';

/** A version to promote, and the metric that it was chosen by. */
export interface Candidate {
  readonly name: string;
  readonly version: string;
  /** Undefined where nobody chose it. */
  readonly metric: MetricName | undefined;
}

/**
 * The version to promote: the one named, or else the challenger.
 *
 * @throws PromotionInputError without either, or for what is no number · ResourceNotFoundError: no such model or version
 */
export async function candidateOf(
  client: MlflowClient,
  { name, version }: { readonly name: string; readonly version?: string | undefined },
): Promise<Candidate> {
  const found =
    version === undefined
      ? await client.modelVersions.getByAlias(name, aliases.challenger)
      : await client.modelVersions.get(name, versionNumber(name, version));
  if (found) return { name, version: found.version, metric: metricOf(found) };
  throw new PromotionInputError(
    `${name} has no alias ${aliases.challenger} · model registry · name the version, \`xgflow models --name ${shellWord(name)}\` lists them`,
  );
}

function metricOf({ tags }: ModelVersion): MetricName | undefined {
  const chosen = tags.find(({ key }) => key === runTags.selectedOn)?.value;
  return chosen === undefined ? undefined : metricKey(chosen).metric;
}
