import { inferSchema, Table } from '@xgflow/data';
import type { Schema } from '@xgflow/data';
import type { ModelDescription, ModelTarget } from '@xgflow/model';
import type { PreparedSweep } from '../sweep/prepare.ts';
import type { VariantResult } from '../sweep/result.ts';
import { modelProfile } from './model-profile.ts';
import { thresholdRecord } from './threshold-record.ts';

/** What a variant's model directory says of itself. */
export function modelDescription(
  prepared: PreparedSweep,
  result: VariantResult,
  ids: { readonly runId?: string; readonly modelId?: string } = {},
): ModelDescription {
  const { codec, config, plans } = prepared;
  const { calibration, metrics, model, splitSettings, threshold } = result;
  const rule = plans.find(({ name }) => name === result.name)?.threshold;
  return {
    model,
    codec,
    schema: modelSchema(prepared),
    target: modelTarget(prepared),
    ...(config.exposure === undefined ? {} : { exposure: config.exposure }),
    ...(calibration ? { calibration } : {}),
    ...(threshold ? { threshold: threshold.threshold } : {}),
    ...(rule ? { thresholdRule: thresholdRecord(rule, result) } : {}),
    metrics,
    metricsSource: `split of seed ${splitSettings.seed}, ${splitSettings.testSize} of the rows for the test`,
    profile: modelProfile(prepared, result),
    ...ids,
  };
}

/** What is predicted: a variant's and an ensemble's target are one. */
export function modelTarget({ config: { target: name }, target }: PreparedSweep): ModelTarget {
  const { task } = target;
  return target.task === 'regression' ? { name, task } : { name, task, classes: target.classes };
}

/** The features, and the exposure where there is one: scoring needs its column too. */
export function modelSchema({ config, exposure, features }: PreparedSweep): Schema {
  if (config.exposure === undefined || !exposure) return inferSchema(features);
  const column = {
    kind: 'numeric',
    name: config.exposure,
    values: exposure,
    integer: exposure.every(Number.isSafeInteger),
    missing: 0,
  } as const;
  return inferSchema(new Table([...features.columns, column]));
}
