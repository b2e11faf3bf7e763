import { lossOf } from '../metrics/index.ts';
import type { MetricName, Task } from '../metrics/index.ts';
import { metricNumber } from '../metrics/metric-number.ts';
import { metricKey } from '../record/metric-key.ts';
import { shellWord } from '../record/shell-word.ts';
import { usualMetric } from '../record/usual-metric.ts';
import { blocks, commands, plain, table } from './markdown.ts';
import { interval } from './metric-table.ts';

/** What the note of a sweep is made of. */
export interface NotedSweep {
  readonly sweepId: string;
  readonly experiment: string;
  readonly experimentId: string;
  /** Of the sweep's run. */
  readonly runId: string;
  readonly target: string;
  readonly task: Task;
  /** What the sweep judges trials by. */
  readonly scoring: MetricName;
  /** Its variants and ensembles; one that failed has no metrics. */
  readonly variants: readonly {
    readonly name: string;
    readonly metrics: Readonly<Record<string, number>>;
  }[];
  /** Whether report.html is among its artifacts. */
  readonly hasReport: boolean;
}

/** More rows than this are `xgflow compare`'s to show; a tag holds 8,000 letters. */
const most = 20;

/** The description of a sweep's run: its variants, best first by the usual metric of the task, and where to go on. */
export function sweepNote(sweep: NotedSweep): string {
  const { experiment, experimentId, hasReport, runId, scoring, sweepId, target, task } = sweep;
  const usual = usualMetric[task];
  const selection = `--experiment ${shellWord(experiment)} --sweep ${sweepId}`;
  const report = `#/experiments/${experimentId}/runs/${runId}/artifacts/report.html?workflowType=machine_learning`;
  const rows = ranked(sweep, usual);
  const left = rows.length - most;
  return blocks([
    `Sweep \`${sweepId}\` predicts **${plain(target)}** (${task}), best by test ${usual} first.${
      hasReport ? ` [The report for those who decide](${report})` : ''
    }`,
    table(
      ['variant', `test ${usual}`, '95 % interval', `cv ${scoring}`, `test ${scoring}`],
      rows
        .slice(0, most)
        .map(({ metrics, name }) => [
          plain(name),
          metricNumber(metrics[`test_${usual}`]),
          interval(metrics, usual),
          metricNumber(metrics[`cv_${scoring}`]),
          metricNumber(metrics[`test_${scoring}`]),
        ]),
    ),
    left > 0 ? `… and ${left} more.` : undefined,
    commands([
      `xgflow compare ${selection}`,
      `xgflow register --best ${usual} ${selection}`,
      `xgflow report ${selection}`,
    ]),
  ]);
}

/** Those without the metric are last. */
function ranked({ variants }: NotedSweep, usual: MetricName): NotedSweep['variants'] {
  const { direction, key } = metricKey(usual);
  const loss = ({ metrics }: NotedSweep['variants'][number]): number => {
    const value = metrics[key];
    return value === undefined ? Infinity : lossOf(value, direction);
  };
  return variants.toSorted((a, b) => {
    const [left, right] = [loss(a), loss(b)];
    return left === right ? 0 : left - right;
  });
}
