import type { SweepResult } from '@xgflow/trainer';
import { metricNumber } from '@xgflow/trainer/metric-number';
import type { Links } from '../output/links.ts';
import type { Output } from '../output/output.ts';
import { shellWord } from '../output/shell-word.ts';
import { headlineOf, keyTitle } from '../task/headline.ts';

/** A finished sweep for a program. */
export function sweepAnswer(
  { sweepId, place, variants }: SweepResult,
  links: Links | undefined,
): unknown {
  const tracked = 'directory' in place ? undefined : place;
  return {
    sweep_id: sweepId,
    ...(tracked
      ? {
          experiment_id: tracked.experimentId,
          run_id: tracked.runId,
          url: links?.run(tracked.experimentId, tracked.runId),
        }
      : { directory: 'directory' in place ? place.directory : undefined }),
    variants: variants.map(({ runId, failedTrials, ...variant }) => ({
      ...variant,
      run_id: runId,
      failed_trials: failedTrials,
    })),
  };
}

/** A finished sweep for a person: the table, where to look, what to type next. */
export function renderSweep(
  { place, task, variants }: SweepResult,
  {
    experiment,
    output,
    links,
  }: { readonly experiment: string; readonly output: Output; readonly links: Links | undefined },
): string {
  const { choice, keys } = headlineOf(task);
  const table = output.table({
    columns: [
      { title: 'variant' },
      { title: 'status' },
      ...keys.map((key) => ({ title: keyTitle(key), align: 'right' as const })),
      { title: 'failed trials', align: 'right' },
    ],
    rows: variants.map(({ name, status, metrics, failedTrials }) => [
      name,
      status,
      ...keys.map((key) => metricNumber(metrics[key])),
      String(failedTrials),
    ]),
  });
  const next =
    'directory' in place
      ? [`Models and tables: ${place.directory}`]
      : [
          `Look:  ${links?.experiment(place.experimentId) ?? ''}`,
          `Next:  xgflow compare --experiment ${shellWord(experiment)}`,
          `       xgflow register --best ${choice} --experiment ${shellWord(experiment)}`,
        ];
  return `${table}\n\n${next.join('\n')}`;
}
