import { describe, expect, test } from '@jest/globals';
import { ConfigError } from '../../src/config/config-error.ts';
import { configHash } from '../../src/config/config-hash.ts';
import { parseSweepConfig, taskOf } from '../../src/config/index.ts';
import { metricNamesOf } from '../../src/metrics/catalog.ts';

const base = 'name: c\nsource: t.csv\ntarget: y\nspace: { max_depth: { int: [1, 6] } }\n';

function problemsOf(text: string): readonly string[] {
  try {
    parseSweepConfig(text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ what, where, fix }) => `${what} · ${where} · ${fix}`);
  }
  return [];
}

describe('a file without a task', () => {
  test('is binary, and so is one that says so: the same config, the same hash', () => {
    const [without, named] = [base, `${base}task: binary\n`].map((text) => parseSweepConfig(text));
    expect(taskOf(without!)).toBe('binary');
    expect(named).toEqual(without);
    expect(configHash(named!)).toBe(configHash(without!));
    expect(Object.keys(without!)).not.toContain('task');
  });
});

test.each([
  ['', 'binary:logistic', 'roc_auc'],
  ['task: multiclass', 'multi:softprob', 'log_loss'],
  ['task: regression', 'reg:squarederror', 'rmse'],
])('%j: objective %s and scoring %s unless named', (line, objective, scoring) => {
  const { variants } = parseSweepConfig(`${base}${line}\n`);
  expect(variants.default).toMatchObject({ params: { objective }, search: { scoring } });
});

test('the quantile is the median unless named; what is named stands', () => {
  const text = `${base}task: regression
params: { objective: reg:quantileerror }
variants: { median: {}, high: { params: { quantile_alpha: 0.9 } }, mean: { params: { objective: null } } }
`;
  const { variants } = parseSweepConfig(text);
  expect(variants.median!.params.quantile_alpha).toBe(0.5);
  expect(variants.high!.params.quantile_alpha).toBe(0.9);
  expect(variants.mean!.params).toEqual({ objective: 'reg:squarederror' });
});

test('a resolved config, written out as sweep.json, resolves to itself', () => {
  const config = parseSweepConfig(
    `${base}task: regression\nexposure: days\nparams: { objective: reg:gamma }\n`,
  );
  expect(parseSweepConfig(JSON.stringify(config))).toEqual(config);
});

const problems: readonly [string, string][] = [
  ['task: regresion', 'task is regresion · sweep.yaml:5:7 · did you mean regression?'],
  [
    'task: regression\nsearch: { scoring: roc_auc }',
    'roc_auc is no metric of task: regression · sweep.yaml:6:20 · use one of rmse, mae, mape, wape, r2, pinball, deviance, ae_ratio',
  ],
  [
    'task: multiclass\nsearch: { scoring: f1_marco }',
    'search.scoring is f1_marco · sweep.yaml:6:20 · did you mean f1_macro?',
  ],
  [
    'search: { scoring: mape }',
    `mape is no metric of task: binary · sweep.yaml:5:20 · use one of ${metricNamesOf('binary').join(', ')}`,
  ],
  [
    'task: regression\nsplit: { stratify: true }',
    'stratify keeps the shares of classes, and a regression has none · sweep.yaml:6:20 · remove it',
  ],
  [
    'task: regression\nparams: { objective: binary:logistic }',
    'objective binary:logistic is not for task: regression · sweep.yaml:6:22 · use reg:squarederror, reg:absoluteerror, reg:quantileerror, reg:gamma, count:poisson, or reg:tweedie, or say task: binary',
  ],
  [
    'task: multiclass\nparams: { num_class: 3 }',
    'num_class is not for a sweep file · sweep.yaml:6:11 · remove it: the target says how many classes there are',
  ],
  [
    'task: regression\nparams: { eval_metric: [rmse, auc] }',
    'auc does not judge task: regression · sweep.yaml:6:24 · use one of rmse, rmsle, mae, mape, mphe, quantile, gamma-nloglik, gamma-deviance, poisson-nloglik, tweedie-nloglik',
  ],
  [
    'task: multiclass\nsearch: { early_stopping: { metric: logloss, rounds: 5 } }',
    'logloss does not judge task: multiclass · sweep.yaml:6:37 · did you mean mlogloss?',
  ],
  [
    'task: multiclass\npositive_class: 1',
    'task: multiclass has no positive class · sweep.yaml:6:1 · remove it',
  ],
  [
    'exposure: days',
    'exposure has no meaning for task: binary · sweep.yaml:5:1 · remove it, or say task: regression',
  ],
  [
    'task: regression\nexposure: days',
    'exposure needs an objective with a log link, and reg:squarederror has none · sweep.yaml:6:11 · use reg:gamma, count:poisson, reg:tweedie',
  ],
  [
    'task: regression\nparams: { objective: reg:gamma }\nexposure: y',
    'the target y is also the exposure · sweep.yaml:7:11 · name another column',
  ],
  [
    'task: regression\nparams: { objective: reg:gamma }\nexposure: days\ndrop: [days]',
    'drop lists the exposure days · sweep.yaml:8:8 · the exposure is no feature: remove it here',
  ],
  [
    'task: regression\nparams: { objective: reg:quantileerror, quantile_alpha: [0.1, 0.9] }',
    'quantile_alpha is [0.1,0.9] · sweep.yaml:6:57 · give one number between 0 and 1',
  ],
  [
    'task: regression\nparams: { objective: reg:absoluteerror }\nsearch: { scoring: deviance }',
    'reg:absoluteerror has no deviance · sweep.yaml:7:20 · score by mae, pinball or another metric',
  ],
];

test.each(problems)('%s', (lines, problem) => {
  expect(problemsOf(`${base}${lines}\n`)).toEqual([problem]);
});

test.each([
  [
    'tweedie_variance_power: { uniform: [1.1, 1.9] }',
    'deviance',
    'trials cannot be compared by deviance while tweedie_variance_power is searched',
  ],
  [
    'quantile_alpha: { uniform: [0.1, 0.9] }',
    'mae',
    'quantile_alpha says what is asked for, so it cannot be searched',
  ],
  [
    'objective: { choice: ["reg:gamma", "reg:absoluteerror"] }',
    'deviance',
    'trials cannot be compared by deviance while objective is searched',
  ],
])('searched: %s, scored by %s', (space, scoring, what) => {
  const [objective] = space.startsWith('quantile') ? ['reg:quantileerror'] : ['reg:tweedie'];
  const params = space.startsWith('objective') ? '' : `params: { objective: ${objective} }\n`;
  const text = `name: c\nsource: t.csv\ntarget: y\ntask: regression\n${params}search: { scoring: ${scoring} }\nspace: { ${space} }\n`;
  expect(problemsOf(text).filter((problem) => problem.startsWith(what))).toHaveLength(1);
});
