import { findDuplicates } from '@xgflow/data';
import { columnRows, csvText } from '../report/index.ts';
import type { ReportFile } from '../report/index.ts';
import type { PreparedSweep } from '../sweep/prepare.ts';
import { planSplit } from '../sweep/split-plan.ts';

/** What a sweep learned from, as tables of its run: counts and findings, never a row of the data. */
export function dataFiles({ features, plans, target }: PreparedSweep): ReportFile[] {
  const [plan] = plans;
  const split = plan && planSplit(target.labels, plan.split, target.task);
  const facts = {
    rows: features.rowCount,
    ...(target.task === 'binary'
      ? { positives: target.labels.reduce((sum, label) => sum + label, 0) }
      : {}),
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
