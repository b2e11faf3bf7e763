import type { Registration } from '@xgflow/trainer';
import { metricNumber } from '@xgflow/trainer/metric-number';
import { worth } from '../comparison/table.ts';
import type { Links } from '../output/links.ts';
import type { Output } from '../output/output.ts';
import { headlineOf } from '../task/headline.ts';
import { promotionAnswer, promotionLines } from '../promotion/summary.ts';

const topRuns = 5;

/** A registration for a program. */
export function registrationAnswer(
  registration: Registration,
  { dryRun, links }: { readonly dryRun: boolean; readonly links: Links },
): unknown {
  const { run, modelName, version, existed, comparison, promotion } = registration;
  const alias = aliasOf(registration);
  return {
    dry_run: dryRun,
    name: modelName,
    version: version ?? null,
    alias,
    existed,
    metric: comparison.metric.key,
    value: run.metrics[comparison.metric.key],
    variant: run.variant,
    run_id: run.runId,
    model_uri: `models:/${modelName}@${alias}`,
    url: version === undefined ? null : links.modelVersion(modelName, version),
    gate: promotion ? promotionAnswer(promotion) : null,
    cv_choice: comparison.cvChoice?.runId ?? null,
    top: comparison.rows.slice(0, topRuns).map((row) => ({
      variant: row.variant,
      run_id: row.run.runId,
      value: row.run.metrics[comparison.metric.key],
      ties_with_best: row.tiesWithBest,
    })),
    excluded: comparison.excluded.map(({ run: left, reason }) => ({
      variant: left.variant,
      run_id: left.runId,
      reason,
    })),
  };
}

/** A registration for a person: the top five, why others were left out, what was done, what to type next. */
export function renderRegistration(
  registration: Registration,
  {
    dryRun,
    links,
    output,
  }: { readonly dryRun: boolean; readonly links: Links; readonly output: Output },
): string {
  const { comparison, run, modelName, promotion, version, existed } = registration;
  const alias = aliasOf(registration);
  const { metric, excluded } = comparison;
  const { beside } = headlineOf(run.task);
  const table = output.table({
    columns: [
      { title: '' },
      { title: 'variant' },
      { title: metric.key, align: 'right' },
      { title: `test ${beside}`, align: 'right' },
      { title: 'tie' },
      { title: 'run' },
    ],
    rows: comparison.rows
      .slice(0, topRuns)
      .map((row, place) => [
        place === 0 ? '→' : '',
        row.variant,
        metricNumber(row.run.metrics[metric.key]),
        metricNumber(row.test[beside]),
        row.tiesWithBest ? 'yes' : '',
        row.run.runId,
      ]),
  });
  const more = comparison.rows.length - topRuns;
  const rest = more > 0 ? [`… and ${more} more: xgflow compare shows them.`] : [];
  const left = excluded.map(
    ({ run: other, reason }) => `Left out: ${other.variant} (${other.runId}): ${reason}.`,
  );
  const done = dryRun
    ? [
        `Nothing was written. Leave --dry-run out to register ${run.variant} as ${modelName}, alias ${alias}.`,
      ]
    : [
        `${modelName} version ${version ?? ''} ${existed ? 'was there already' : 'registered'}; alias ${alias} points at it.`,
        ...(promotion?.report && promotion.from !== undefined
          ? ['', ...promotionLines(promotion, { output }), '']
          : []),
        `Look:  ${links.modelVersion(modelName, version ?? '')}`,
        `Next:  xgflow predict --model 'models:/${modelName}@${alias}' --input new.csv --output scores.csv`,
      ];
  return [table, ...rest, '', ...worth(comparison), ...left, ...done].join('\n');
}

/** A version that the gate refused is the challenger. */
function aliasOf({ alias, promotion }: Registration): string {
  return promotion?.promoted === false ? 'challenger' : alias;
}
