import type { ExitName } from '../exit-codes.ts';

/**
 * How each error ends a command, by the literal `name` of the error or of a class it extends; the most derived name
 * that is listed decides. Names, not classes: the frame loads no package only to tell its errors apart.
 */
export const exitNameOfError: Readonly<Record<string, ExitName>> = {
  // @xgflow/cli
  UsageError: 'usage',
  UnsupportedPlatformError: 'usage',
  NoTrackingServerError: 'unavailable',
  MlflowNotFoundError: 'unavailable',
  ServerStartError: 'unavailable',
  ServerStopError: 'unavailable',

  // @xgflow/mlflow-client
  MlflowError: 'unavailable',
  AuthError: 'auth',
  ForbiddenError: 'auth',
  OptionsError: 'usage',
  ModelUriError: 'usage',
  LogLockedError: 'usage',
  LocalFileError: 'usage',
  DiskFullError: 'disk-full',
  AbortedError: 'interrupted',
  AlreadyExistsError: 'data',
  ArtifactIntegrityError: 'data',
  ArtifactLocationError: 'data',
  ArtifactPathError: 'data',
  EncodingError: 'data',
  ExperimentDeletedError: 'data',
  InvalidParameterError: 'data',
  LogFormatError: 'data',
  RequestRefusedError: 'data',
  ResourceNotFoundError: 'data',
  RunDeletedError: 'data',

  // @xgflow/data, @xgflow/model, @xgflow/serving
  DataError: 'data',
  UnreadableFileError: 'usage',
  UnwritableFileError: 'usage',
  BadSourceError: 'usage',
  SourceQueryError: 'usage',
  SourceAuthError: 'auth',
  SourceUnavailableError: 'unavailable',
  ModelError: 'data',
  ServingError: 'data',
  OutputError: 'usage',
  DecisionLogError: 'usage',
  KeepError: 'usage',
  ResumeError: 'usage',
  MissingColumnError: 'usage',
  ListenError: 'usage',

  // @xgflow/xgboost-node
  XGBoostNodeError: 'data',
  InvalidParamError: 'usage',
  UnknownParamError: 'usage',
  LibraryLoadError: 'usage',
  LibraryNotFoundError: 'usage',
  LibraryVersionError: 'usage',
  TrainingAbortedError: 'interrupted',
  DisposedError: 'bug',
  InUseError: 'bug',
  InvalidArgumentError: 'bug',
  NestedTrainingError: 'bug',

  // @xgflow/trainer
  TrainerError: 'data',
  ConfigError: 'usage',
  UnknownMetricError: 'usage',
  SweepBusyError: 'usage',
  AllTrialsFailedError: 'trials-failed',
  JobError: 'trials-failed',
  PromotionInputError: 'usage',
  PromotionConflictError: 'gate-refused',
};
