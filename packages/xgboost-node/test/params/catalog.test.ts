import { afterEach, describe, expect, test } from '@jest/globals';
import { DMatrix, onLog, train } from '../../src/index.ts';
import type { TrainParams } from '../../src/index.ts';
import { aliases, catalog } from '../../src/params/catalog.ts';
import type { ParamName } from '../../src/params/catalog.ts';
import { denseMatrix } from '../small-model.ts';

afterEach(() => onLog(undefined));

function modelBytes(params: TrainParams): string {
  using data = denseMatrix();
  using result = train({ subsample: 0.5, ...params }, data, { rounds: 3 });
  return Buffer.from(result.booster.toBuffer()).toString('base64');
}

describe('aliases', () => {
  const value = { eta: 0.1, gamma: 0.2, lambda: 3, alpha: 0.5, seed: 8, nthread: 1 };
  const single = (name: string) => (name === 'nthread' ? {} : { nthread: 1 });

  test.each(Object.entries(aliases))('%s is the same parameter as %s', (alias, name) => {
    const given = value[name as keyof typeof value];
    expect(modelBytes({ ...single(name), [alias]: given })).toBe(
      modelBytes({ ...single(name), [name]: given }),
    );
  });
});

/** Values where the kind alone does not give a valid one. */
const values: TrainParams = {
  booster: 'gbtree',
  device: 'cpu',
  sampling_method: 'uniform',
  tree_method: 'hist',
  updater: 'grow_quantile_histmaker',
  process_type: 'default',
  grow_policy: 'lossguide',
  monotone_constraints: [1],
  interaction_constraints: [[0, 1]],
  multi_strategy: 'one_output_per_tree',
  default_direction: 'left',
  sample_type: 'weighted',
  normalize_type: 'forest',
  feature_selector: 'cyclic',
  objective: 'reg:squarederror',
  eval_metric: 'rmse',
  num_class: 0,
  tweedie_variance_power: 1.2,
  aft_loss_distribution: 'logistic',
  lambdarank_pair_method: 'topk',
};
const byKind = { number: 0.5, integer: 1, boolean: true, numbers: 0.5, text: '', special: '' };

/** Configurations of which at least one reads any given parameter. */
const configurations: TrainParams[] = [
  {},
  { booster: 'dart' },
  { booster: 'gblinear', updater: 'coord_descent' },
  { tree_method: 'exact' },
  { updater: 'grow_colmaker,prune,refresh' },
  { objective: 'reg:tweedie' },
  { objective: 'reg:pseudohubererror' },
  { objective: 'reg:quantileerror', quantile_alpha: 0.5 },
  { objective: 'survival:aft' },
  { objective: 'rank:ndcg' },
];

function isUsed(name: ParamName, configuration: TrainParams): boolean {
  const unused: string[] = [];
  onLog(({ message }) => unused.push(message));
  using data = DMatrix.fromDense(new Float32Array([1, 2, 3, 4]), {
    rows: 4,
    cols: 1,
    nthread: 1,
    label: [0, 1, 0, 1],
  });
  const single = name === 'n_jobs' ? {} : { nthread: 1 };
  const value = values[name] ?? byKind[catalog[name]];
  try {
    train({ ...single, ...configuration, [name]: value }, data, { rounds: 1 }).booster.dispose();
  } catch {
    // A value that this configuration refuses was read by it, unless it was listed as unused before.
  }
  return !unused.some((line) => line.includes(`"${name}"`));
}

test.each(Object.keys(catalog) as ParamName[])('%s is a parameter of the library', (name) => {
  expect(configurations.some((configuration) => isUsed(name, configuration))).toBe(true);
});

test('the check above can fail: an unused parameter is reported', () => {
  expect(isUsed('max_leaves', { booster: 'gblinear', updater: 'coord_descent' })).toBe(false);
});
