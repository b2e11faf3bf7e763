export { isMetricName, metricByName, metricCatalog, metricNames } from './catalog.ts';
export type { MetricDirection, MetricName } from './catalog.ts';
export { evaluate } from './evaluate.ts';
export { testInterval } from './interval.ts';
export { MetricInputError } from './metric-input-error.ts';
export { UndefinedMetricError } from './undefined-metric-error.ts';
export { UnknownMetricError } from './unknown-metric-error.ts';
