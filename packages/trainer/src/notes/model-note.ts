import { runTags } from '../record/run-tags.ts';
import { shellWord } from '../record/shell-word.ts';
import type { VariantRun } from '../record/variant-run.ts';
import type { MetricKey } from '../record/metric-key.ts';
import { blocks, commands, plain } from './markdown.ts';
import { metricTable } from './metric-table.ts';

/** The description of a registered model: what its aliases say, and how to use and watch it. */
export function modelNote(name: string): string {
  const champion = shellWord(`models:/${name}@champion`);
  return blocks([
    'Versions of xgflow. Alias `champion` is in use, `previous` was before it, `challenger` was refused last.',
    commands([
      `xgflow predict --model ${champion} --input new.csv --output scores.csv`,
      `xgflow serve --model ${champion}`,
      `xgflow drift --model ${champion} --current new.csv`,
      `xgflow history ${shellWord(name)}`,
    ]),
  ]);
}

/** The description of a version: which variant it is, by what it was chosen, and how good it is. */
export function versionNote(
  { metrics, runId, sweepId, tags, task, variant }: VariantRun,
  { key, metric }: MetricKey,
): string {
  // An ensemble cannot be reproduced by itself.
  const isEnsemble = tags[runTags.ensemble] !== undefined;
  return blocks([
    `${plain(variant)}${isEnsemble ? ', an ensemble' : ''} of sweep ${sweepId}, the best by ${key}`,
    metricTable(task, metric, metrics),
    isEnsemble ? undefined : commands([`xgflow reproduce ${runId}`]),
  ]);
}
