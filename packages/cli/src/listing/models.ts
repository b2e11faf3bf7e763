import type { ModelRecord } from '@xgflow/trainer';
import { metricNumber } from '@xgflow/trainer/metric-number';
import type { Links } from '../output/links.ts';
import type { Output } from '../output/output.ts';
import { moment } from './moment.ts';

/** Model versions for a program. */
export function modelsAnswer(models: readonly ModelRecord[], links: Links): unknown {
  return models.map((model) => ({
    name: model.name,
    version: model.version,
    aliases: model.aliases,
    run_id: model.runId ?? null,
    sweep_id: model.sweepId ?? null,
    variant: model.variant ?? null,
    metric: model.metric ?? null,
    value: model.value ?? null,
    created: new Date(model.created).toISOString(),
    url: links.modelVersion(model.name, model.version),
  }));
}

/** Model versions for a person. */
export function renderModels(
  models: readonly ModelRecord[],
  { links, output }: { readonly links: Links; readonly output: Output },
): string {
  if (models.length === 0) {
    return 'No registered model on the server yet: xgflow register --best f1 makes one.';
  }
  const table = output.table({
    columns: [
      { title: 'model' },
      { title: 'version', align: 'right' },
      { title: 'aliases', shrinks: true },
      { title: 'variant' },
      { title: 'chosen by' },
      { title: 'created' },
      { title: 'run' },
    ],
    rows: models.map(({ name, version, aliases, variant, metric, value, created, runId }) => [
      name,
      version,
      aliasList(aliases),
      variant ?? '–',
      metric === undefined ? '–' : `${metric} ${metricNumber(value)}`,
      moment(created),
      runId ?? '–',
    ]),
  });
  const names = [...new Set(models.map(({ name }) => name))];
  return [table, '', ...names.map((name) => links.registeredModel(name))].join('\n');
}

const shownAliases = 4;

function aliasList(aliases: readonly string[]): string {
  const more = aliases.length - shownAliases;
  return [...aliases.slice(0, shownAliases), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
