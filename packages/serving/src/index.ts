export { scoreCsv, type ScoreCsvOptions, type ScoreCsvResult } from './batch/score-csv.ts';
export { float32ToString } from './batch/float32-to-string.ts';

export { ServingError } from './errors/serving-error.ts';
export { KeepError } from './errors/keep-error.ts';
export { OutputError } from './errors/output-error.ts';
export { UnsupportedPredictionError } from './errors/unsupported-prediction-error.ts';
