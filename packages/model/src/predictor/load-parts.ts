import type { Codec } from '../codec/codec.ts';
import { codecOfBooster } from '../codec/codec-of-booster.ts';
import type { Combiner } from '../ensemble/combiner.ts';
import type { EnsembleRecord } from '../ensemble/ensemble-record.ts';
import { EnsembleScorer } from '../ensemble/ensemble-scorer.ts';
import type { ExplainedMember } from '../ensemble/explain-ensemble.ts';
import { ModelDirectoryError } from '../errors/model-directory-error.ts';
import { insideDirectory } from '../mlmodel/inside-directory.ts';
import { PROBABILITIES, targetOf } from '../mlmodel/objective.ts';
import { readMlmodel, type ModelOrigin } from '../mlmodel/read-mlmodel.ts';
import { readOwnFiles, type OwnFiles } from '../mlmodel/read-record.ts';
import { BoosterScorer } from './booster-scorer.ts';
import { checkVersion } from './check-version.ts';
import { loadBooster } from './load-booster.ts';
import type { ModelInfo } from './model-info.ts';
import { modelInfoOf } from './model-info-of.ts';
import type { Scorer } from './scorer.ts';

/** Python class of an ensemble's members. */
const MEMBER_CLASS = 'xgboost.core.Booster';

export interface PredictorOptions {
  /** Threads per prediction. Default 1, which is right for few rows and for a server. */
  readonly threads?: number;
  /**
   * Load a model whose bytes nothing vouches for in a throw-away process first. Default true;
   * a directory written by this package is checked by its digest instead.
   */
  readonly canary?: boolean;
  /** Threshold of a binary model instead of the stored one. */
  readonly threshold?: number;
}

/** What a predictor is made of. */
export interface PredictorParts {
  readonly codec: Codec;
  readonly info: ModelInfo;
  readonly scorer: Scorer;
}

/** Reads a model directory. Throws as Predictor.load() does. */
export async function loadParts(
  directory: string,
  options: PredictorOptions,
): Promise<PredictorParts> {
  const { modelPath, origin } = await readMlmodel(directory);
  const own = await readOwnFiles(directory);
  checkVersion(origin.xgboostVersion, directory);
  if (modelPath !== undefined) return loadOne(modelPath, { origin, own, options });
  const ensemble = own?.record.ensemble;
  if (own && ensemble) return loadEnsemble(directory, ensemble, { origin, own, options });
  throw new ModelDirectoryError(
    'xgflow/model.json names no members of the ensemble',
    directory,
    'get the model again',
  );
}

interface Read {
  readonly origin: ModelOrigin;
  readonly own: OwnFiles | undefined;
  readonly options: PredictorOptions;
}

async function loadOne(path: string, { origin, own, options }: Read): Promise<PredictorParts> {
  const { booster, sha256 } = await loadBooster({
    path,
    modelClass: origin.modelClass,
    sha256: own?.record.modelSha256,
    canary: options.canary ?? true,
  });
  try {
    const { objective, classCount } = targetOf(booster);
    if (objective === 'multi:softmax') booster.setParams(PROBABILITIES);
    return {
      codec: own?.codec ?? codecOfBooster(booster),
      info: modelInfoOf({ origin, own }, { sha256, objective, classCount }, options.threshold),
      scorer: new BoosterScorer(booster, {
        modelClass: origin.modelClass,
        threads: options.threads ?? 1,
        calibration: own?.record.calibration,
      }),
    };
  } catch (error) {
    booster.dispose();
    throw error;
  }
}

async function loadEnsemble(
  directory: string,
  ensemble: EnsembleRecord,
  { origin, own, options }: Read & { readonly own: OwnFiles },
): Promise<PredictorParts> {
  const { codec, record } = own;
  const info = modelInfoOf(
    { origin, own },
    { objective: record.objective, sha256: record.modelSha256, classCount: record.outputs },
    options.threshold,
  );
  const members: ExplainedMember[] = [];
  try {
    for (const { calibration, objective, path, sha256 } of ensemble.members) {
      const { booster } = await loadBooster({
        path: await insideDirectory(directory, path),
        modelClass: MEMBER_CLASS,
        sha256,
        canary: options.canary ?? true,
      });
      const how = { modelClass: MEMBER_CLASS, threads: options.threads ?? 1, calibration };
      members.push({ scorer: new BoosterScorer(booster, how), objective, calibration });
    }
  } catch (error) {
    for (const { scorer } of members) scorer[Symbol.dispose]();
    throw error;
  }
  const combiner: Combiner =
    ensemble.method === 'stacked'
      ? ensemble
      : {
          method: ensemble.method,
          weights: ensemble.members.map(({ weight = 0 }) => weight),
        };
  const how = { combiner, task: info.task, calibration: record.calibration };
  return { codec, info, scorer: new EnsembleScorer(members, how) };
}
