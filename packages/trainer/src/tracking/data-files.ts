import { findDuplicates } from '@xgflow/data';
import { quantile } from '../metrics/percentile.ts';
import { columnRows, csvText } from '../report/index.ts';
import type { ReportFile } from '../report/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import { planSplit } from '../sweep/split-plan.ts';
import type { Target } from '../sweep/target.ts';

/** What a sweep learned from, as tables of its run: counts and findings, never a row of the data. */
export function dataFiles({ features, plans, target }: PreparedSweep): ReportFile[] {
  const [plan] = plans;
  const split = plan && planSplit(target.labels, plan.split, target.task);
  const facts = {
    rows: features.rowCount,
    ...targetFacts(target),
    ...(split ? { train_rows: split.trainRows.length, test_rows: split.testRows.length } : {}),
    repeated_rows: findDuplicates(features).length,
  };
  return [
    { path: 'tables/columns.csv', content: csvText(columnRows(features, target)) },
    {
      path: 'tables/data.csv',
      content: csvText(Object.entries(facts).map(([fact, value]) => ({ fact, value }))),
    },
  ];
}

/** What is known of the target as a whole. */
function targetFacts({ labels, task }: Target): Readonly<Record<string, number>> {
  const sum = labels.reduce((total, label) => total + label, 0);
  if (task === 'binary') return { positives: sum };
  if (task === 'multiclass') return {};
  return {
    target_mean: sum / labels.length,
    target_median: quantile(labels.toSorted(), 0.5),
    target_zeros: labels.filter((label) => label === 0).length,
  };
}
