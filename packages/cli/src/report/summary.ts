import type { Briefing } from '@xgflow/trainer';
import type { Links } from '../output/links.ts';

/** A written report for a program. */
export function reportAnswer(briefing: Briefing, file: string, page: string): unknown {
  const { best, ensembles, experiment, metric, standings, sweepId } = briefing;
  return {
    file,
    bytes: Buffer.byteLength(page),
    experiment,
    sweep_id: sweepId,
    task: best.findings.task,
    metric: metric.key,
    best_variant: best.run.variant,
    run_id: best.run.runId,
    ties: standings.filter(({ ties }) => ties).map(({ name }) => name),
    ensembles: ensembles.map(({ gain, name, than }) => ({
      name,
      than,
      gain: gain?.gain ?? null,
      interval: gain ? [gain.low, gain.high] : null,
    })),
    clearly_worse: slicesOf(best.findings)
      .filter((slice) => slice.clearly_worse)
      .map(placeOf),
    clearly_off: slicesOf(best.findings)
      .filter((slice) => slice.clearly_off)
      .map((slice) => ({ ...placeOf(slice), off: slice.clearly_off })),
  };
}

interface JudgedSlice {
  readonly column: string;
  readonly slice: string;
  readonly rows: number;
  readonly clearly_worse: boolean;
  /** Of a regression alone; '' where it is not. */
  readonly clearly_off?: string;
}

/** What all tasks say of a group. */
function slicesOf({ slices }: Briefing['best']['findings']): readonly JudgedSlice[] {
  return slices;
}

function placeOf({ column, rows, slice }: JudgedSlice) {
  return { column, slice, rows };
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
