import { inferSchema } from '@xgflow/data';
import type { ModelDescription } from '@xgflow/model';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantResult } from '../sweep/result.ts';

/** What a variant's model directory says of itself. */
export function modelDescription(
  { codec, config, features, target }: PreparedSweep,
  { metrics, model, splitSettings }: VariantResult,
  ids: { readonly runId?: string; readonly modelId?: string } = {},
): ModelDescription {
  return {
    model,
    codec,
    schema: inferSchema(features),
    target: {
      name: config.target,
      ...(target.task === 'binary' ? { classes: target.classes } : {}),
    },
    metrics,
    metricsSource: `split of seed ${splitSettings.seed}, ${splitSettings.testSize} of the rows for the test`,
    ...ids,
  };
}
