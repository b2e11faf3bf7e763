import type { Codec } from '../codec/codec.ts';
import { codecOfBooster } from '../codec/codec-of-booster.ts';
import { taskOf } from '../mlmodel/model-target.ts';
import { objectiveOf, predictionKind } from '../mlmodel/objective.ts';
import { readMlmodel } from '../mlmodel/read-mlmodel.ts';
import { readOwnFiles } from '../mlmodel/read-record.ts';
import { BoosterScorer } from './booster-scorer.ts';
import { checkVersion } from './check-version.ts';
import { loadBooster } from './load-booster.ts';
import type { ModelInfo } from './model-info.ts';
import type { Scorer } from './scorer.ts';

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
  const { booster, sha256 } = await loadBooster({
    path: modelPath,
    modelClass: origin.modelClass,
    sha256: own?.record.modelSha256,
    canary: options.canary ?? true,
  });
  try {
    const objective = own?.record.objective ?? objectiveOf(booster);
    const kind = predictionKind(objective);
    return {
      codec: own?.codec ?? codecOfBooster(booster),
      info: {
        ...origin,
        sha256,
        objective,
        kind,
        task: taskOf(kind),
        target: own?.record.target.name,
        classes: own?.record.target.classes,
        exposure: own?.record.exposure,
        calibration: own?.record.calibration,
        threshold: options.threshold ?? own?.record.threshold ?? 0.5,
        thresholdRule: own?.record.thresholdRule,
      },
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
