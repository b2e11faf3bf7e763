import { call } from '../capi/index.ts';
import type { Handle } from '../capi/index.ts';
import { predictConfig, predictionCells, readPrediction } from './prediction.ts';
import type { PredictOptions, Prediction } from './prediction.ts';

/** Predicts a native matrix without any check of its columns. `training` applies dropout in dart. */
export function predictMatrix(
  booster: Handle,
  matrix: Handle,
  options: PredictOptions,
  training = false,
): Prediction {
  const cells = predictionCells();
  const config = JSON.stringify(predictConfig(options, training));
  call(
    'XGBoosterPredictFromDMatrix',
    booster.pointer,
    matrix.pointer,
    config,
    cells.shape,
    cells.dimensions,
    cells.values,
  );
  return readPrediction(cells);
}
