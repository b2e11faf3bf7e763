import type { SweepRecord } from '@xgflow/trainer';
import { metricNumber } from '@xgflow/trainer/metric-number';
import { duration } from '../output/duration.ts';
import type { Links } from '../output/links.ts';
import type { Output } from '../output/output.ts';
import { headlineOf, keyTitle } from '../task/headline.ts';
import { moment } from './moment.ts';

/** Sweeps and variants for a program. */
export function runsAnswer(sweeps: readonly SweepRecord[], links: Links): unknown {
  return sweeps.map(({ experiment, sweepId, runId, status, startTime, endTime, variants }) => ({
    sweep_id: sweepId,
    experiment: experiment.name,
    experiment_id: experiment.experiment_id,
    run_id: runId,
    status: status.toLowerCase(),
    started: new Date(startTime).toISOString(),
    duration_ms: endTime === undefined ? null : endTime - startTime,
    url: links.run(experiment.experiment_id, runId),
    variants: variants.map((variant) => ({
      variant: variant.variant,
      run_id: variant.runId,
      status: variant.status.toLowerCase(),
      started: new Date(variant.startTime).toISOString(),
      duration_ms: variant.endTime === undefined ? null : variant.endTime - variant.startTime,
      metrics: variant.metrics,
      url: links.run(variant.experimentId, variant.runId),
    })),
  }));
}

/** Sweeps and variants for a person: a line each, the link of the sweep below its table. */
export function renderRuns(
  sweeps: readonly SweepRecord[],
  { links, output }: { readonly links: Links; readonly output: Output },
): string {
  if (sweeps.length === 0) return 'No sweep on the server yet: xgflow sweep FILE runs one.';
  return sweeps.map((sweep) => renderSweep(sweep, links, output)).join('\n\n');
}

function renderSweep(sweep: SweepRecord, links: Links, output: Output): string {
  const { experiment, sweepId, runId, status, startTime, endTime, variants } = sweep;
  const head = `${output.style.bold(`${experiment.name} · sweep ${sweepId}`)} · ${status.toLowerCase()} · ${moment(startTime)} · ${duration((endTime ?? Date.now()) - startTime)}`;
  const link = links.run(experiment.experiment_id, runId);
  const [first] = variants;
  if (!first) return [head, link].join('\n');
  const { keys: shown } = headlineOf(first.task);
  const table = output.table({
    columns: [
      { title: 'variant' },
      { title: 'status' },
      { title: 'took', align: 'right' },
      ...shown.map((key) => ({ title: keyTitle(key), align: 'right' as const })),
      { title: 'run' },
    ],
    rows: variants.map((variant) => [
      variant.variant,
      variant.status.toLowerCase(),
      variant.endTime === undefined ? '–' : duration(variant.endTime - variant.startTime),
      ...shown.map((key) => metricNumber(variant.metrics[key])),
      variant.runId,
    ]),
  });
  return [head, table, link].join('\n');
}
