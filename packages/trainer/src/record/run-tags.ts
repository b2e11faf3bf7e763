/** The tags that xgflow sets on MLflow runs and versions: the only list. */
export const runTags = {
  /** `sweep`, `variant`, `trial` or `drift`. */
  role: 'xgflow.role',
  sweepId: 'xgflow.sweep_id',
  variant: 'xgflow.variant',
  trial: 'xgflow.trial',
  /** On the run of an ensemble, which has the role of a variant: how its variants are combined. */
  ensemble: 'xgflow.ensemble',
  /** `binary`, `multiclass` or `regression`. */
  task: 'xgflow.task',
  /** `open`, `finished` or `abandoned`, on a sweep's run: an open one is continued by the same command. */
  state: 'xgflow.state',
  /** What makes two sweeps the same: config hash, data digest, library versions. */
  configHash: 'xgflow.config_hash',
  dataDigest: 'xgflow.data_digest',
  versions: 'xgflow.versions',
  /** `host/pid/start time` of the process that writes the run. */
  owner: 'xgflow.owner',
  modelName: 'xgflow.model_name',
  modelVersion: 'xgflow.model_version',
  modelId: 'xgflow.model_id',
  modelDigest: 'xgflow.model_sha256',
  /** How many trials of a variant gave no score. */
  failedTrials: 'xgflow.failed_trials',
  error: 'xgflow.error',
  /** On a registered run and its version: the metric that it was chosen by. */
  selectedOn: 'xgflow.selected_on',
  selectedValue: 'xgflow.selected_value',
  /** On a drift run: `ok`, `warning`, `drift` or `too-little-data`. */
  driftStatus: 'xgflow.drift_status',
  /** On a registered model: when a retraining was suggested last, as an ISO time. */
  retrainSuggested: 'xgflow.retrain_suggested',
} as const;
