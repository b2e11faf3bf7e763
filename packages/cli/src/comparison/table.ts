import type { Comparison, ComparisonRow, SweepSelection } from '@xgflow/trainer';
import { metricNumber } from '@xgflow/trainer/metric-number';
import type { Links } from '../output/links.ts';
import type { Output } from '../output/output.ts';

const parts = ['train', 'test'] as const;

/** A comparison for a program. */
export function comparisonAnswer(
  comparison: Comparison,
  { experiment, sweepIds }: SweepSelection,
  links: Links,
): unknown {
  const { metric, rows, cvChoice, excluded, task } = comparison;
  return {
    experiment: experiment.name,
    sweep_ids: sweepIds,
    task: task ?? null,
    metric: metric.key,
    compare_url: compareLink(comparison, experiment.experiment_id, links),
    cv_choice: cvChoice?.runId ?? null,
    variants: rows.map((row) => ({
      variant: row.variant,
      run_id: row.run.runId,
      sweep_id: row.run.sweepId,
      url: links.run(row.run.experimentId, row.run.runId),
      train: row.train,
      test: row.test,
      cv_mean: row.cvMean ?? null,
      cv_std: row.cvStd ?? null,
      gap: row.gap ?? null,
      interval: row.interval ?? null,
      ties_with_best: row.tiesWithBest,
    })),
    excluded: excluded.map(({ run, reason }) => ({
      variant: run.variant,
      run_id: run.runId,
      reason,
    })),
  };
}

/** A comparison for a person: the table, what it is worth, where to look on. */
export function renderComparison(
  comparison: Comparison,
  { experiment, sweepIds }: SweepSelection,
  { output, links }: { readonly output: Output; readonly links: Links },
): string {
  const { metric, metrics, rows, excluded } = comparison;
  const severalSweeps = sweepIds.length > 1;
  const right = (title: string) => ({ title, align: 'right' as const });
  const table = output.table({
    columns: [
      { title: 'variant' },
      ...(severalSweeps ? [{ title: 'sweep' }] : []),
      ...parts.flatMap((part) => metrics.map((name) => right(`${part} ${name}`))),
      right(`cv ${metric.metric} ± sd`),
      right('gap'),
      right('95 % interval'),
      { title: 'tie' },
    ],
    rows: rows.map((row) => [
      row.variant,
      ...(severalSweeps ? [row.run.sweepId] : []),
      ...parts.flatMap((part) => metrics.map((name) => metricNumber(row[part][name]))),
      row.cvMean === undefined ? '–' : `${metricNumber(row.cvMean)} ± ${metricNumber(row.cvStd)}`,
      metricNumber(row.gap),
      row.interval ? row.interval.map(metricNumber).join('–') : '–',
      row.tiesWithBest ? 'yes' : '',
    ]),
  });
  const notes = [
    `Experiment ${experiment.name}, ${severalSweeps ? `${sweepIds.length} sweeps` : `sweep ${sweepIds[0] ?? ''}`}; best ${metric.key} first.`,
    ...worth(comparison),
    ...excluded.map(({ run, reason }) => `Left out: ${run.variant} (${run.runId}): ${reason}.`),
    `Side by side in MLflow: ${compareLink(comparison, experiment.experiment_id, links)}`,
  ];
  return rows.length === 0 ? notes.join('\n') : `${table}\n\n${notes.join('\n')}`;
}

/** What the order is worth: what cannot be told apart, and what the cross-validation would say. */
export function worth({ metric, rows, cvChoice }: Comparison): string[] {
  const [best] = rows;
  if (!best) return [];
  const ties = rows.filter(({ tiesWithBest }) => tiesWithBest).map(({ variant }) => variant);
  const told =
    ties.length === 0
      ? []
      : [
          `Within the 95 % interval of ${best.variant}: ${ties.join(', ')}. These rows cannot tell them apart.`,
        ];
  if (metric.part === 'cv' || !cvChoice) return told;
  const same = cvChoice.runId === best.run.runId;
  return [
    ...told,
    same
      ? `cv_${metric.metric} chooses the same run.`
      : `cv_${metric.metric} would choose ${cvChoice.variant}, without looking at the test rows.`,
  ];
}

function compareLink({ rows }: Comparison, experimentId: string, links: Links): string {
  return links.compareRuns(
    [experimentId],
    rows.map(({ run }: ComparisonRow) => run.runId),
  );
}
