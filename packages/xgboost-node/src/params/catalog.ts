/** What kind of value a parameter takes. */
export type ParamKind = 'number' | 'integer' | 'boolean' | 'text' | 'numbers' | 'special';

/**
 * Every training parameter of libxgboost 3.2, by the library's own name, with the kind of its value.
 *
 * @see https://xgboost.readthedocs.io/en/stable/parameter.html
 */
export const catalog = {
  // general
  booster: 'text',
  device: 'text',
  verbosity: 'integer',
  validate_parameters: 'boolean',
  nthread: 'integer',
  disable_default_eval_metric: 'boolean',
  seed: 'integer',
  seed_per_iteration: 'boolean',
  fail_on_invalid_gpu_id: 'boolean',
  // tree booster
  eta: 'number',
  gamma: 'number',
  max_depth: 'integer',
  min_child_weight: 'number',
  max_delta_step: 'number',
  subsample: 'number',
  sampling_method: 'text',
  colsample_bytree: 'number',
  colsample_bylevel: 'number',
  colsample_bynode: 'number',
  lambda: 'number',
  alpha: 'number',
  tree_method: 'text',
  scale_pos_weight: 'number',
  updater: 'text',
  refresh_leaf: 'boolean',
  process_type: 'text',
  grow_policy: 'text',
  max_leaves: 'integer',
  max_bin: 'integer',
  num_parallel_tree: 'integer',
  monotone_constraints: 'special',
  interaction_constraints: 'special',
  multi_strategy: 'text',
  max_cached_hist_node: 'integer',
  max_cat_to_onehot: 'integer',
  max_cat_threshold: 'integer',
  sparse_threshold: 'number',
  default_direction: 'text',
  opt_dense_col: 'number',
  debug_synchronize: 'boolean',
  // dart
  sample_type: 'text',
  normalize_type: 'text',
  rate_drop: 'number',
  one_drop: 'boolean',
  skip_drop: 'number',
  // linear booster
  feature_selector: 'text',
  top_k: 'integer',
  tolerance: 'number',
  max_row_perbatch: 'integer',
  // learning task
  objective: 'text',
  base_score: 'numbers',
  eval_metric: 'special',
  num_class: 'integer',
  num_target: 'integer',
  tweedie_variance_power: 'number',
  huber_slope: 'number',
  quantile_alpha: 'numbers',
  aft_loss_distribution: 'text',
  aft_loss_distribution_scale: 'number',
  lambdarank_pair_method: 'text',
  lambdarank_num_pair_per_sample: 'integer',
  lambdarank_normalization: 'boolean',
  lambdarank_score_normalization: 'boolean',
  lambdarank_unbiased: 'boolean',
  lambdarank_bias_norm: 'number',
  ndcg_exp_gain: 'boolean',
  // other names of parameters above
  learning_rate: 'number',
  min_split_loss: 'number',
  reg_lambda: 'number',
  reg_alpha: 'number',
  random_state: 'integer',
  n_jobs: 'integer',
} as const satisfies Record<string, ParamKind>;

export type ParamName = keyof typeof catalog;

/** Other names, and the name that each stands for. Only one of a pair may be given. */
export const aliases: Readonly<Partial<Record<ParamName, ParamName>>> = {
  learning_rate: 'eta',
  min_split_loss: 'gamma',
  reg_lambda: 'lambda',
  reg_alpha: 'alpha',
  random_state: 'seed',
  n_jobs: 'nthread',
};

export function isParamName(name: string): name is ParamName {
  return Object.hasOwn(catalog, name);
}
