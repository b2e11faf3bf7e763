import type { TargetSummary } from '../check/target-summary.ts';
import type { SweepDraft } from './sweep-draft.ts';

/** Fewer rows of the rarest class than this: every split must keep its share of them. */
const rare = 500;
const manyRows = 200_000;

/** Split, search, params, space and variants of a first sweep file: what suits tables of this size. */
export function searchText({ rows, summary }: Pick<SweepDraft, 'rows' | 'summary'>): string[] {
  const rarest = rarestRows(summary, rows);
  const stratify = rarest !== undefined && rarest < rare;
  const folds = Math.max(2, Math.min(5, Math.floor((rarest ?? rows) * 0.8)));
  const trials = rows > manyRows ? 30 : 100;
  const { scoring, watched, objective, evalMetrics } = settings[summary.task];
  return [
    `# The test part is scored once, at the end; the rest trains and chooses the hyperparameters.`,
    'split:',
    '  test_size: 0.2',
    '  seed: 1',
    ...(rarest === undefined
      ? []
      : [
          `  stratify: ${stratify} # whether both parts keep the shares of the classes${stratify ? `; the ${summary.task === 'binary' ? 'rarer' : 'rarest'} one has ${rarest} rows` : ''}`,
        ]),
    '',
    `# Random draws, each scored by ${folds}-fold cross-validation on the training part; every fold stops early.`,
    'search:',
    '  method: random',
    `  trials: ${trials}`,
    `  folds: ${folds}`,
    `  scoring: ${scoring} # how trials are compared`,
    '  seed: 1',
    '  early_stopping:',
    `    metric: ${watched}`,
    '    rounds: 15',
    '',
    '# The same for every trial.',
    'params:',
    `  objective: ${objective}`,
    `  eval_metric: [${evalMetrics}]`,
    '  tree_method: hist',
    '',
    '# Drawn for every trial. Bounds are inclusive.',
    'space:',
    '  n_estimators: { int: [50, 500] } # an upper bound: early stopping ends sooner',
    '  learning_rate: { log_uniform: [0.01, 0.5] }',
    '  subsample: { uniform: [0.25, 1] }',
    '  max_depth: { int: [1, 8] }',
    '  colsample_bytree: { uniform: [0.1, 1] }',
    '  min_child_weight: { choice: [1, 3, 5, 7, 9] }',
    '',
    '# What each variant changes. The draws of what it does not change are the same in all of them.',
    'variants:',
    '  original: {}',
    ...(rarest === undefined || stratify
      ? []
      : [
          '  stratify: # both parts keep the shares of the classes',
          '    split: { stratify: true }',
        ]),
    '  shallow: # trees of at most 5 levels overfit less',
    '    space:',
    '      max_depth: { int: [1, 5] }',
    '  regularized: # large weights cost',
    '    space:',
    '      reg_alpha: { uniform: [0, 1] }',
    '      reg_lambda: { uniform: [0, 1] }',
    ...(rarest === undefined || stratify
      ? []
      : [
          '  regularized-stratify:',
          '    split: { stratify: true }',
          '    space:',
          '      reg_alpha: { uniform: [0, 1] }',
          '      reg_lambda: { uniform: [0, 1] }',
        ]),
    ...objectiveVariants(summary),
    '',
  ];
}

const settings = {
  binary: {
    scoring: 'roc_auc',
    watched: 'logloss',
    objective: 'binary:logistic',
    evalMetrics: 'auc, logloss',
  },
  multiclass: {
    scoring: 'log_loss',
    watched: 'mlogloss',
    objective: 'multi:softprob',
    evalMetrics: 'merror, mlogloss',
  },
  regression: {
    scoring: 'rmse',
    watched: 'rmse',
    objective: 'reg:squarederror',
    evalMetrics: 'rmse, mae',
  },
} as const;

/** Undefined of a regression, which has no classes. */
function rarestRows(summary: TargetSummary, rows: number): number | undefined {
  switch (summary.task) {
    case 'binary':
      return Math.min(summary.positives, rows - summary.positives);
    case 'multiclass':
      return Math.min(...summary.rows);
    case 'regression':
      return undefined;
  }
}

/** Other ideas of what an error costs, as far as the target allows them. */
function objectiveVariants(summary: TargetSummary): string[] {
  if (summary.task !== 'regression') return [];
  const variant = (name: string, objective: string, why: string): string[] => [
    `  ${name}: # ${why}`,
    `    params: { objective: ${objective} }`,
  ];
  return [
    ...variant('absolute', 'reg:absoluteerror', 'large errors count less'),
    ...(summary.min > 0
      ? variant('gamma', 'reg:gamma', 'errors count in proportion; for amounts above 0')
      : []),
    ...(summary.min === 0 ? variant('tweedie', 'reg:tweedie', 'for amounts that are often 0') : []),
  ];
}
