export { scoreTable } from './batch/score-table.ts';
export type { ScoreTableOptions, ScoreTableResult } from './batch/score-options.ts';
export { OutputFile } from './batch/output-file.ts';
export { float32ToString } from './batch/float32-to-string.ts';

export { detectDrift } from './drift/detect-drift.ts';
export { driftDefaults, type DriftOptions } from './drift/drift-options.ts';
export type {
  CalibrationDrift,
  ColumnDrift,
  ColumnStatus,
  DriftReport,
  MetricDrift,
  Severity,
} from './drift/drift-report.ts';
export type { EvaluatedMetric, EvaluateMetric } from './drift/concept/compare-metric.ts';
export type { LabelledRows } from './drift/concept/row-sample.ts';
export { profileOfFile, type ReferenceFile } from './drift/profile-of-file.ts';
export { renderDriftHtml, type DriftSubject } from './drift/html/render-drift-html.ts';
export { logDrift, type LogDriftOptions, type LoggedDrift } from './drift/log-drift.ts';

export { ServingError } from './errors/serving-error.ts';
export { LabelError } from './errors/label-error.ts';
export { MissingColumnError } from './errors/missing-column-error.ts';
export { NoProfileError } from './errors/no-profile-error.ts';
export { ListenError } from './errors/listen-error.ts';
export { ModelRefusedError } from './errors/model-refused-error.ts';
export { OverloadedError } from './errors/overloaded-error.ts';
export { WorkerDiedError } from './errors/worker-died-error.ts';
export { KeepError } from './errors/keep-error.ts';
export { ResumeError } from './errors/resume-error.ts';
export { OutputError } from './errors/output-error.ts';
export { UnsupportedPredictionError } from './errors/unsupported-prediction-error.ts';
