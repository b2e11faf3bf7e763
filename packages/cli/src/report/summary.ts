import type { Briefing } from '@xgflow/trainer';
import type { Links } from '../output/links.ts';

/** A written report for a program. */
export function reportAnswer(briefing: Briefing, file: string, page: string): unknown {
  const { best, comparison, experiment, sweepId } = briefing;
  return {
    file,
    bytes: Buffer.byteLength(page),
    experiment,
    sweep_id: sweepId,
    metric: comparison.metric.key,
    best_variant: best.run.variant,
    run_id: best.run.runId,
    clearly_worse: best.slices
      .filter((slice) => slice.clearly_worse)
      .map(({ column, slice, rows }) => ({ column, slice, rows })),
  };
}

/** A written report for a person: where it is, what it is about, where to look on. */
export function renderReport(
  { best, experiment, sweepId }: Briefing,
  { file, links }: { readonly file: string; readonly links: Links },
): string {
  const { experimentId, runId, variant } = best.run;
  return [
    `Report of sweep ${sweepId}, experiment ${experiment}, best variant ${variant}: ${file}`,
    `It is one file, whole in itself: open it in a browser, print it, send it on.`,
    `The variant in MLflow: ${links.run(experimentId, runId)}`,
  ].join('\n');
}
