import { tagsOf } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import type { MetricName } from '../metrics/index.ts';
import { sweepNote, variantNote } from '../notes/index.ts';
import type { VariantSummary } from '../sweep/result.ts';
import type { RunContext } from './create-runs.ts';

/** The tag that MLflow's UI shows as a run's description. */
const noteTag = 'mlflow.note.content';

export interface DescribedVariant {
  readonly runId: string;
  readonly name: string;
  readonly scoring: MetricName;
  readonly metrics: Readonly<Record<string, number>>;
  /** Of its report. */
  readonly files: readonly { readonly path: string }[];
  readonly isEnsemble: boolean;
}

/** Gives a variant's or an ensemble's run its description. */
export function describeVariant(
  { client, experiment, prepared, sweepId }: RunContext,
  { files, ...variant }: DescribedVariant,
): Promise<void> {
  const { target } = prepared.config;
  const { task } = prepared.target;
  const pictures = files.map(({ path }) => path);
  const note = variantNote({ ...variant, experiment, pictures, sweepId, target, task });
  return describe(client, variant.runId, note);
}

export interface DescribedSweep {
  readonly runId: string;
  readonly variants: readonly VariantSummary[];
  /** Whether report.html was logged. */
  readonly hasReport: boolean;
}

/** Gives the sweep's run its description. */
export function describeSweep(
  { client, experiment, experimentId, prepared, sweepId }: RunContext,
  sweep: DescribedSweep,
): Promise<void> {
  const { target } = prepared.config;
  const { task } = prepared.target;
  const scoring = prepared.plans[0]?.search.scoring ?? 'roc_auc';
  const place = { experiment, experimentId, sweepId };
  return describe(client, sweep.runId, sweepNote({ ...sweep, ...place, scoring, target, task }));
}

/** A description that somebody has written meanwhile stays. */
async function describe(client: MlflowClient, runId: string, note: string): Promise<void> {
  if (tagsOf(await client.runs.get(runId))[noteTag] !== undefined) return;
  await client.runs.setTag(runId, noteTag, note);
}
