/** Addresses in MLflow's web UI (routes of 3.17: a hash router under the tracking URI). */
export interface Links {
  readonly home: string;
  /** The experiment's variants, best first: the view that the sweep's tracker offers. */
  experiment(experimentId: string): string;
  run(experimentId: string, runId: string): string;
  /** MLflow's own page that sets runs side by side. */
  compareRuns(experimentIds: readonly string[], runIds: readonly string[]): string;
  registeredModel(name: string): string;
  modelVersion(name: string, version: string | number): string;
}

/** Links for a tracking URI; a `user:password@` in it never gets into a link. */
export function linksFor(trackingUri: string): Links {
  const url = new URL(trackingUri);
  const home = `${url.origin}${url.pathname.replace(/\/+$/u, '')}`;
  const id = encodeURIComponent;
  const experiment = (experimentId: string): string => `${home}/#/experiments/${id(experimentId)}`;
  const registeredModel = (name: string): string => `${home}/#/models/${id(name)}`;
  const list = (ids: readonly string[]): string => id(JSON.stringify(ids));
  // The page of model training: by default the UI takes everything for generative AI.
  const training = 'workflowType=machine_learning';
  return {
    home: `${home}/`,
    experiment: (experimentId) =>
      `${experiment(experimentId)}/runs?${training}&viewStateShareKey=xgflow`,
    run: (experimentId, runId) => `${experiment(experimentId)}/runs/${id(runId)}?${training}`,
    compareRuns: (experimentIds, runIds) =>
      `${home}/#/compare-runs?runs=${list(runIds)}&experiments=${list([...new Set(experimentIds)])}&${training}`,
    registeredModel: (name) => `${registeredModel(name)}?${training}`,
    modelVersion: (name, version) =>
      `${registeredModel(name)}/versions/${id(String(version))}?${training}`,
  };
}
