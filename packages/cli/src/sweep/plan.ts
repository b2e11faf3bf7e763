import type { PreparedSweep } from '@xgflow/trainer';
import type { Output } from '../output/output.ts';

/** A sweep that has not run, for a program and for a person: `output.result(...renderPlan(…))`. */
export function renderPlan(
  { config, features, identity, plans, target }: PreparedSweep,
  { concurrency, output }: { readonly concurrency: number; readonly output: Output },
): [value: unknown, render: () => string] {
  const fits = plans.reduce((sum, { search, split }) => sum + search.trials * split.folds, 0);
  const [negative, positive] = target.classes;
  const share = target.labels.reduce((sum, label) => sum + label, 0) / target.labels.length;
  const categorical = features.columns.filter(({ kind }) => kind === 'categorical').length;
  const value = {
    dry_run: true,
    name: config.name,
    rows: features.rowCount,
    features: features.columns.length,
    categorical,
    target: { column: config.target, negative, positive, positive_share: share },
    config_hash: identity.configHash,
    data_digest: identity.dataDigest,
    versions: identity.versions,
    concurrency,
    variants: plans,
  };
  const render = (): string => {
    const table = output.table({
      columns: [
        { title: 'variant' },
        { title: 'split' },
        { title: 'trials', align: 'right' },
        { title: 'folds', align: 'right' },
        { title: 'searched', shrinks: true },
      ],
      rows: plans.map(({ name, split, search, space }) => [
        name,
        `${percent(split.testSize)} test${split.stratify ? ', stratified' : ''}`,
        String(search.trials),
        String(split.folds),
        Object.keys(space).join(', '),
      ]),
    });
    const facts = [
      `${config.source}: ${features.rowCount} rows, ${features.columns.length} features (${categorical} categorical)`,
      `${config.target}: ${String(positive)} is positive, ${percent(share)} of the rows`,
      `${fits} fits on ${concurrency} processes`,
    ];
    return `${facts.join('\n')}\n\n${table}\n\nNothing was run. Leave --dry-run out to run it.`;
  };
  return [value, render];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
