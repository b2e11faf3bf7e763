import { usualMetric } from '../record/usual-metric.ts';

const usual = new Set(Object.values(usualMetric).map((name) => `test_${name}`));
const parts = ['test_', 'cv_', 'train_'];

/**
 * Metrics in the order in which MLflow's UI shows them, which is that of logging: first what the task is usually judged by,
 * which its compare page then draws, then the test part, cross-validation and the training part.
 */
export function inOrderOfWorth(metrics: Readonly<Record<string, number>>): [string, number][] {
  const rank = (key: string): number => {
    if (usual.has(key)) return 0;
    const part = parts.findIndex((prefix) => key.startsWith(prefix));
    return part < 0 ? parts.length + 1 : part + 1;
  };
  return Object.entries(metrics).toSorted(([a], [b]) => rank(a) - rank(b));
}
