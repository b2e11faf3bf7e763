import type { EnsembleDescription } from '@xgflow/model';
import type { EnsembleResult } from '../sweep/ensemble-result.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import { modelProfile } from './model-profile.ts';
import { modelSchema, modelTarget } from './model-description.ts';
import { thresholdRecord } from './threshold-record.ts';

/** What an ensemble's model directory says of itself. */
export function ensembleDescription(
  prepared: PreparedSweep,
  result: EnsembleResult,
  ids: { readonly runId?: string; readonly modelId?: string } = {},
): EnsembleDescription {
  const { codec, config } = prepared;
  const { combiner, members, metrics, plan, threshold } = result;
  return {
    members: members.map(({ calibration, model, name, runId }) => ({
      name,
      model,
      ...(calibration ? { calibration } : {}),
      ...(runId === undefined ? {} : { runId }),
    })),
    combiner,
    codec,
    schema: modelSchema(prepared),
    target: modelTarget(prepared),
    ...(config.exposure === undefined ? {} : { exposure: config.exposure }),
    ...(threshold ? { threshold: threshold.threshold } : {}),
    ...(plan.threshold ? { thresholdRule: thresholdRecord(plan.threshold, result) } : {}),
    metrics,
    metricsSource: `split of seed ${plan.split.seed}, ${plan.split.testSize} of the rows for the test`,
    profile: modelProfile(prepared, result),
    ...ids,
  };
}
