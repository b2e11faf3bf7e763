/**
 * Limits of the MLflow server (mlflow/utils/validation.py of 3.17.2). Lengths are in code points, as
 * Python counts. The server silently cuts longer param and tag values; we refuse them.
 */
export const LIMITS = {
  keyLength: 250,
  paramValueLength: 6000,
  tagValueLength: 8000,
  experimentNameLength: 500,
  experimentTagValueLength: 20_000,
  registryTagValueLength: 100_000,
  aliasLength: 255,
  loggedModelNameLength: 500,
  loggedModelKeyLength: 255,
  datasetNameLength: 500,
  datasetDigestLength: 36,
  inputTagValueLength: 500,
  metricsPerBatch: 1000,
  paramsPerBatch: 100,
  tagsPerBatch: 100,
  itemsPerBatch: 1000,
} as const;
