import type { PreparedSweep, TargetSummary } from '@xgflow/trainer';
import type { Output } from '../output/output.ts';
import { targetAnswer, targetText } from '../task/target-text.ts';
import { handlingText } from './handling.ts';

/** A sweep that has not run, for a program and for a person: `output.result(...renderPlan(…))`. */
export function renderPlan(
  { config, ensembles, exposure, features, identity, plans }: PreparedSweep,
  {
    concurrency,
    output,
    target,
  }: { readonly concurrency: number; readonly output: Output; readonly target: TargetSummary },
): [value: unknown, render: () => string] {
  const fits = plans.reduce((sum, { search, split }) => sum + search.trials * split.folds, 0);
  const categorical = features.columns.filter(({ kind }) => kind === 'categorical').length;
  const value = {
    dry_run: true,
    name: config.name,
    rows: features.rowCount,
    features: features.columns.length,
    categorical,
    target: { column: config.target, ...planTarget(target, features.rowCount) },
    ...(exposure ? { exposure: config.exposure } : {}),
    config_hash: identity.configHash,
    data_digest: identity.dataDigest,
    versions: identity.versions,
    concurrency,
    variants: plans,
    ...(ensembles.length > 0 ? { ensembles: config.ensembles } : {}),
  };
  const handled = plans.some((plan) => handlingText(plan) !== '');
  const render = (): string => {
    const table = output.table({
      columns: [
        { title: 'variant' },
        { title: 'split' },
        { title: 'trials', align: 'right' },
        { title: 'folds', align: 'right' },
        { title: 'searched', shrinks: true },
        ...(handled ? [{ title: 'rows and scores', shrinks: true }] : []),
      ],
      rows: plans.map((plan) => [
        plan.name,
        `${percent(plan.split.testSize)} test${plan.split.stratify ? ', stratified' : ''}`,
        String(plan.search.trials),
        String(plan.split.folds),
        Object.keys(plan.space).join(', '),
        ...(handled ? [handlingText(plan)] : []),
      ]),
    });
    const facts = [
      `${config.source}: ${features.rowCount} rows, ${features.columns.length} features (${categorical} categorical)`,
      `${config.target}: ${targetText(target, features.rowCount)}`,
      ...(exposure ? [`${config.exposure ?? ''}: exposure, its logarithm is the base margin`] : []),
      ...ensembles.map(
        ({ members, method, name }) =>
          `ensemble ${name}: ${method} of ${members.map((member) => member.name).join(', ')}`,
      ),
      `${fits} fits on ${concurrency} processes`,
    ];
    return `${facts.join('\n')}\n\n${table}\n\nNothing was run. Leave --dry-run out to run it.`;
  };
  return [value, render];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function planTarget(target: TargetSummary, rows: number): Record<string, unknown> {
  if (target.task !== 'binary') return targetAnswer(target, rows);
  const [negative, positive] = target.classes;
  return { negative, positive, positive_share: target.positives / rows };
}
