import type { Difference, Reproduction } from '@xgflow/trainer';
import type { Links } from '../output/links.ts';
import type { Output } from '../output/output.ts';

/** Differences shown to a person; a changed table changes every metric. */
const shown = 20;

/** One difference in a line: `data digest: 214f026a0ccad60f then, 81a2f5e0c3d4b697 now`. */
export function difference({ name, recorded, now }: Difference): string {
  return `${name}: ${text(recorded)} then, ${text(now)} now`;
}

/** A reproduction for a program. */
export function reproductionAnswer(
  { run, reproduced, differences, compared }: Reproduction,
  links: Links,
): unknown {
  return {
    run_id: run.runId,
    variant: run.variant,
    sweep_id: run.sweepId,
    url: links.run(run.experimentId, run.runId),
    reproduced,
    compared: {
      trials: compared.trials,
      best_trial: compared.bestTrial,
      params: compared.params,
      metrics: compared.metrics,
      model_sha256: compared.modelDigest,
      model_bytes: compared.modelSize,
    },
    differences,
  };
}

/** A reproduction for a person: what was compared, what differs, where to look. */
export function renderReproduction(
  { run, reproduced, differences, compared }: Reproduction,
  { output, links }: { readonly output: Output; readonly links: Links },
): string {
  const { bestTrial, metrics, modelDigest, modelSize, params, trials } = compared;
  const head = `${run.variant}, run ${run.runId}: ${verdict(reproduced, differences)}`;
  const what = [
    `Compared: ${trials === 1 ? `trial ${bestTrial}` : `${trials} trials, of which ${bestTrial} wins`}, ${params} params, ${metrics} metrics,`,
    `          the model's ${modelSize} bytes (sha256 ${modelDigest})`,
  ];
  const look = `Look:     ${links.run(run.experimentId, run.runId)}`;
  if (differences.length === 0) return [head, ...what, look].join('\n');
  const table = output.table({
    columns: [
      { title: 'differs' },
      { title: 'recorded', align: 'right', shrinks: true },
      { title: 'now', align: 'right', shrinks: true },
    ],
    rows: differences
      .slice(0, shown)
      .map(({ name, recorded, now }) => [name, text(recorded), text(now)]),
  });
  const left = differences.length - shown;
  const more = left > 0 ? [`… and ${left} more: --json has all of them.`] : [];
  return [head, '', table, ...more, '', ...what, look].join('\n');
}

function verdict(reproduced: boolean, differences: readonly Difference[]): string {
  if (!reproduced) return 'not reproduced.';
  if (differences.length === 0) return 'identical.';
  const around = differences.every(({ kind }) => kind === 'library' || kind === 'code');
  return around
    ? 'identical, though not everything around it is as it was.'
    : 'the same within the tolerance.';
}

function text(value: string | number | null): string {
  return value === null ? 'none' : String(value);
}
