import type { MetricName, Task } from '../metrics/index.ts';
import { shellWord } from '../record/shell-word.ts';
import { blocks, commands, plain } from './markdown.ts';
import { metricTable } from './metric-table.ts';

/** What the note of a variant or an ensemble is made of. */
export interface NotedVariant {
  readonly name: string;
  readonly sweepId: string;
  readonly experiment: string;
  readonly runId: string;
  readonly target: string;
  readonly task: Task;
  /** What the sweep judges trials by. */
  readonly scoring: MetricName;
  readonly metrics: Readonly<Record<string, number>>;
  /** The run's artifacts below `pictures/`, by path. */
  readonly pictures: readonly string[];
  /** An ensemble cannot be reproduced by itself. */
  readonly isEnsemble: boolean;
}

/** In which order pictures are worth the room; the first three that there are. */
const order = [
  ...['roc-curve', 'calibration', 'confusion-matrix', 'class-metrics'],
  ...['predicted-against-actual', 'ae-by-decile', 'quantile-coverage', 'feature-importance'],
];
const most = 3;

/** The description of a variant's run: how good it is, its first pictures, how to go on. */
export function variantNote(variant: NotedVariant): string {
  const { experiment, isEnsemble, metrics, name, runId, scoring, sweepId, target, task } = variant;
  const of = `${isEnsemble ? 'an ensemble' : 'a variant'} of sweep \`${sweepId}\``;
  const selection = `--experiment ${shellWord(experiment)} --sweep ${sweepId}`;
  return blocks([
    `**${plain(name)}**, ${of}, predicts **${plain(target)}** (${task}).`,
    metricTable(task, scoring, metrics),
    pictures(variant),
    commands([
      `xgflow compare ${selection}`,
      ...(isEnsemble ? [] : [`xgflow reproduce ${runId}`]),
      `xgflow report ${selection}`,
    ]),
  ]);
}

function pictures({ pictures: paths, runId }: NotedVariant): string | undefined {
  const shown = order
    .map((name) => `pictures/${name}.svg`)
    .filter((path) => paths.includes(path))
    .slice(0, most);
  if (shown.length === 0) return undefined;
  // Relative, so that they are found whatever the server is called.
  const address = (path: string): string =>
    `get-artifact?path=${encodeURIComponent(path)}&run_uuid=${runId}`;
  return shown.map((path) => `![${path}](${address(path)})`).join(' ');
}
