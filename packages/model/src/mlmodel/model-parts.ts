import { createHash } from 'node:crypto';
import type { Calibration } from '../calibration/calibration.ts';
import type { EnsembleDescription } from '../ensemble/ensemble-description.ts';
import { ensembleRecord, type EnsembleRecord } from '../ensemble/ensemble-record.ts';
import { memberPath } from '../ensemble/member-path.ts';
import { checkCombiner } from '../ensemble/check-combiner.ts';
import { ModelTargetError } from '../errors/model-target-error.ts';
import { checkTarget } from './check-target.ts';
import { inspectBooster, type BoosterFacts } from './inspect-booster.ts';
import type { ModelDescription } from './model-description.ts';

/** The boosters of a model, and what they say of it. */
export interface ModelParts {
  /** UBJ by path inside the directory. */
  readonly boosters: ReadonlyMap<string, Uint8Array>;
  readonly facts: BoosterFacts;
  readonly modelSha256: string;
  readonly ensemble?: EnsembleRecord;
}

/** The path of a model that is one booster. */
export const MODEL_PATH = 'model.ubj';

/** Inspects and checks what a model is made of. @throws the errors of writeModelDirectory() */
export function modelParts(description: ModelDescription | EnsembleDescription): ModelParts {
  return 'members' in description ? ensembleParts(description) : boosterParts(description);
}

function boosterParts(description: ModelDescription): ModelParts {
  const { codec, model } = description;
  const facts = inspectBooster(model, codec);
  checkTarget(description, facts);
  return { boosters: new Map([[MODEL_PATH, model]]), facts, modelSha256: sha256(model) };
}

function ensembleParts(description: EnsembleDescription): ModelParts {
  const { codec, combiner, members, target } = description;
  const boosters = new Map<string, Uint8Array>();
  const records = members.map(({ name, model, calibration, runId }, at) => {
    const facts = inspectBooster(model, codec);
    const { objective, outputs, rounds, libraryVersion } = facts;
    checkTarget({ ...description, ...forMember(calibration) }, facts);
    const path = memberPath(name, at);
    boosters.set(path, model);
    return {
      facts: { objective, outputs, rounds, libraryVersion },
      record: {
        ...{ name, path, objective, rounds, sha256: sha256(model) },
        ...(runId !== undefined && { runId }),
        ...(calibration && { calibration }),
        ...(combiner.method !== 'stacked' && { weight: combiner.weights[at] ?? 0 }),
      },
    };
  });
  const [first] = records;
  if (first === undefined || records.some(({ facts }) => facts.outputs !== first.facts.outputs)) {
    throw new ModelTargetError(
      `no members, or members with other outputs · the ensemble of ${target.name} · give at least one model, all of one task`,
    );
  }
  checkCombiner(description, first.facts);
  const ensemble = ensembleRecord.parse({
    ...(combiner.method === 'stacked' ? combiner : { method: combiner.method }),
    members: records.map(({ record }) => record),
  });
  return {
    boosters,
    facts: {
      ...first.facts,
      rounds: records.reduce((sum, { facts }) => sum + facts.rounds, 0),
    },
    modelSha256: sha256(JSON.stringify(ensemble)),
    ensemble,
  };
}

/** A member has no threshold of its own, and a calibration of its own or none. */
function forMember(calibration: Calibration | undefined): object {
  return { calibration, threshold: undefined };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
