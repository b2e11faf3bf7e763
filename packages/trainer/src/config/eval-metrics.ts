/**
 * The evaluation metrics that libxgboost 3.2 has. Seen by setting each as `eval_metric` and evaluating once.
 */
export const evalMetricNames: readonly string[] = [
  'rmse',
  'rmsle',
  'mae',
  'mape',
  'mphe',
  'logloss',
  'error',
  'merror',
  'mlogloss',
  'auc',
  'aucpr',
  'ndcg',
  'map',
  'pre',
  'quantile',
  'gamma-nloglik',
  'gamma-deviance',
  'poisson-nloglik',
  'tweedie-nloglik',
  'cox-nloglik',
  'aft-nloglik',
  'interval-regression-accuracy',
];

/** Metrics that take a number, such as `error@0.7` and `ndcg@5` (`-` after it: empty groups score 0). */
const parameterised = /^(error|ndcg|map|pre|tweedie-nloglik|ams)@\d+(\.\d+)?-?$/;

/** Whether libxgboost knows the metric, a parameter after `@` included. */
export function isEvalMetric(name: string): boolean {
  return evalMetricNames.includes(name) || parameterised.test(name) || /^(ndcg|map)-$/.test(name);
}
