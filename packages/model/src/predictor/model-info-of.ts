import { taskOf } from '../mlmodel/model-target.ts';
import { predictionKind, type BoosterTarget } from '../mlmodel/objective.ts';
import type { ModelOrigin } from '../mlmodel/read-mlmodel.ts';
import type { OwnFiles } from '../mlmodel/read-record.ts';
import type { ModelInfo } from './model-info.ts';

/** What is known of a model, from its files and its booster. @param threshold instead of the stored one */
export function modelInfoOf(
  { origin, own }: { readonly origin: ModelOrigin; readonly own: OwnFiles | undefined },
  { classCount, objective, sha256 }: BoosterTarget & { readonly sha256: string },
  threshold: number | undefined,
): ModelInfo {
  const kind = predictionKind(objective);
  const record = own?.record;
  return {
    ...origin,
    sha256,
    objective,
    kind,
    task: taskOf(kind),
    target: record?.target.name,
    // Python's classifiers know their classes by code only.
    classes:
      record?.target.classes ?? (kind === 'multiclass' ? [...Array(classCount).keys()] : undefined),
    exposure: record?.exposure,
    calibration: record?.calibration,
    threshold: threshold ?? record?.threshold ?? 0.5,
    thresholdRule: record?.thresholdRule,
    ensemble: record?.ensemble && {
      method: record.ensemble.method,
      members: record.ensemble.members.map(({ name, weight }) => ({
        name,
        ...(weight !== undefined && { weight }),
      })),
    },
  };
}
