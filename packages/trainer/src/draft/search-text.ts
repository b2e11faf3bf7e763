import type { SweepDraft } from './sweep-draft.ts';

/** Fewer rows of the rarer class than this: every split must keep its share of them. */
const rare = 500;
const manyRows = 200_000;

/** Split, search, params, space and variants of a first sweep file: what suits tables of this size. */
export function searchText({ rows, positives }: Pick<SweepDraft, 'rows' | 'positives'>): string[] {
  const rarer = Math.min(positives, rows - positives);
  const stratify = rarer < rare;
  const folds = Math.max(2, Math.min(5, Math.floor(rarer * 0.8)));
  const trials = rows > manyRows ? 30 : 100;
  return [
    `# The test part is scored once, at the end; the rest trains and chooses the hyperparameters.`,
    'split:',
    '  test_size: 0.2',
    '  seed: 1',
    `  stratify: ${stratify} # whether both parts keep the shares of the classes${stratify ? `; the rarer one has ${rarer} rows` : ''}`,
    '',
    `# Random draws, each scored by ${folds}-fold cross-validation on the training part; every fold stops early.`,
    'search:',
    '  method: random',
    `  trials: ${trials}`,
    `  folds: ${folds}`,
    '  scoring: roc_auc # how trials are compared',
    '  seed: 1',
    '  early_stopping:',
    '    metric: logloss',
    '    rounds: 15',
    '',
    '# The same for every trial.',
    'params:',
    '  objective: binary:logistic',
    '  eval_metric: [auc, logloss]',
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
    ...(stratify
      ? []
      : ['  stratify: # both parts keep the share of positives', '    split: { stratify: true }']),
    '  shallow: # trees of at most 5 levels overfit less',
    '    space:',
    '      max_depth: { int: [1, 5] }',
    '  regularized: # large weights cost',
    '    space:',
    '      reg_alpha: { uniform: [0, 1] }',
    '      reg_lambda: { uniform: [0, 1] }',
    ...(stratify
      ? []
      : [
          '  regularized-stratify:',
          '    split: { stratify: true }',
          '    space:',
          '      reg_alpha: { uniform: [0, 1] }',
          '      reg_lambda: { uniform: [0, 1] }',
        ]),
    '',
  ];
}
