export {
  ConfigError,
  configHash,
  loadSweepConfig,
  parseSweepConfig,
  placeOf,
  toJsonSchema,
} from './config/index.ts';
export type {
  LoadedSweepConfig,
  LoadSweepConfigOptions,
  ResolvedConfig,
  ResolvedVariant,
} from './config/index.ts';

export {
  directionOf,
  evaluate,
  isMetricName,
  judge,
  metricCatalog,
  metricNames,
  metricNamesOf,
} from './metrics/index.ts';
export type {
  BinaryMetricName,
  Judgement,
  MetricDirection,
  MetricName,
  Task,
} from './metrics/index.ts';
export { kFold, stratifiedKFold, trainTestSplit } from './split/index.ts';
export { randomSearch } from './search/index.ts';
export type { Distribution, Space, Trial } from './search/index.ts';

export { isPulled, readAnything, readTable } from './source/index.ts';
export type { ContractOutcome, ContractUse, ReadTable, ReadTableOptions } from './source/index.ts';

export type { Target } from './sweep/target.ts';
export { prepareSweep } from './sweep/prepare.ts';
export type { PreparedSweep } from './sweep/prepare.ts';
export { runSweep } from './sweep/sweep.ts';
export type { SweepOptions, SweepResult } from './sweep/sweep.ts';
export type { SweepObserver } from './sweep/observer.ts';
export type { TrialRecord, VariantMetrics, VariantResult, VariantSummary } from './sweep/result.ts';
export type { SweepPlace, SweepTracker, UnfinishedEnd, VariantTracker } from './sweep/tracker.ts';
export type { VariantPlan } from './sweep/variant-plan.ts';
export { LocalTracker } from './tracking/local-tracker.ts';
export { MlflowTracker } from './tracking/mlflow-tracker.ts';
export type { MlflowTrackerOptions } from './tracking/mlflow-tracker-options.ts';

export { metricKey } from './record/metric-key.ts';
export type { MetricKey } from './record/metric-key.ts';
export { readSweeps } from './record/read-sweeps.ts';
export type { SweepChoice, SweepSelection } from './record/read-sweeps.ts';
export { listSweeps } from './record/list-sweeps.ts';
export type { SweepRecord } from './record/list-sweeps.ts';
export { runTags } from './record/run-tags.ts';
export type { VariantRun } from './record/variant-run.ts';
export { measureMetric } from './compare/measure-metric.ts';
export type { MeasuredMetric, MeasuredRows } from './compare/measure-metric.ts';
export { compareRuns } from './compare/comparison.ts';
export type { Comparison, ComparisonRow } from './compare/comparison.ts';
export { briefingPage, NoBriefingError, readBriefing } from './briefing/index.ts';
export type { Briefing, BriefingSource } from './briefing/index.ts';
export { registerBest } from './registry/register-best.ts';
export type { RegisterOptions, Registration } from './registry/register-best.ts';

export {
  candidateOf,
  defaultPolicy,
  loadPolicy,
  modelHistory,
  parsePolicy,
  policyJsonSchema,
  promoteVersion,
  rollBack,
} from './promotion/index.ts';
export type {
  Candidate,
  GateOptions,
  GateOutcome,
  GateReason,
  GateReasonCode,
  GateReport,
  HistoryLine,
  ModelHistory,
  PromoteOptions,
  Promotion,
  PromotionPolicy,
  Rollback,
  RollbackOptions,
} from './promotion/index.ts';

export { isDecisive } from './reproduce/difference.ts';
export type { Difference, DifferenceKind } from './reproduce/difference.ts';
export { reproduceVariant } from './reproduce/reproduce-variant.ts';
export type { ReproduceOptions, Reproduction } from './reproduce/reproduce-variant.ts';
export { listModels } from './registry/list-models.ts';
export type { ModelRecord } from './registry/list-models.ts';

export { describeTarget } from './check/target-summary.ts';
export type { TargetSummary } from './check/target-summary.ts';
export { checkData } from './check/check-data.ts';
export type { DataCheck } from './check/check-data.ts';
export { draftSweep } from './draft/draft-sweep.ts';
export type { DraftOptions } from './draft/draft-sweep.ts';
export type { DraftedColumn, SweepDraft } from './draft/sweep-draft.ts';
export type { LeakageSuspect } from './leakage/find-leaks.ts';

export { TrainerError } from './errors/trainer-error.ts';
