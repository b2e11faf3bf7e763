const rising = ['auc', 'aucpr', 'pre', 'map', 'ndcg'];

/**
 * Whether a larger value of a built-in metric is better, by the list of Python's EarlyStopping.
 * For a metric of one's own say it with `maximize`.
 */
export function isMaximized(metric: string): boolean {
  return metric !== 'mape' && rising.some((start) => metric.startsWith(start));
}
