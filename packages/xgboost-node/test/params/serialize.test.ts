import { describe, expect, test } from '@jest/globals';
import { serializeParams } from '../../src/index.ts';
import type { TrainParams } from '../../src/index.ts';
import { caught } from '../caught.ts';

const names = ['a', 'b', 'c'];

describe('serializeParams', () => {
  test.each<[string, TrainParams, [string, string][]]>([
    ['a number', { eta: 0.1 }, [['eta', '0.1']]],
    ['a small number', { gamma: 1e-7 }, [['gamma', '1e-7']]],
    ['a whole number without decimals', { max_depth: 6 }, [['max_depth', '6']]],
    ['true', { seed_per_iteration: true }, [['seed_per_iteration', 'true']]],
    ['undefined is absent', { eta: undefined, max_depth: 1 }, [['max_depth', '1']]],
    [
      'metrics keep their order',
      { eval_metric: ['auc', 'ndcg@32'] },
      [
        ['eval_metric', 'auc'],
        ['eval_metric', 'ndcg@32'],
      ],
    ],
    ['one metric', { eval_metric: 'auc' }, [['eval_metric', 'auc']]],
    ['quantiles as JSON', { quantile_alpha: [0.1, 0.9] }, [['quantile_alpha', '[0.1,0.9]']]],
    ['one quantile', { quantile_alpha: 0.5 }, [['quantile_alpha', '0.5']]],
    ['base scores as JSON', { base_score: [0.25, 0.75] }, [['base_score', '[0.25,0.75]']]],
    [
      'other names stay',
      { reg_lambda: 2, n_jobs: 1 },
      [
        ['reg_lambda', '2'],
        ['n_jobs', '1'],
      ],
    ],
    [
      'monotone constraints by name',
      { monotone_constraints: { c: -1, a: 1 } },
      [['monotone_constraints', '(1,0,-1)']],
    ],
    [
      'monotone constraints by position',
      { monotone_constraints: [1, -1] },
      [['monotone_constraints', '(1,-1)']],
    ],
    [
      'interaction constraints by name and index',
      { interaction_constraints: [['c', 'a'], [1]] },
      [['interaction_constraints', '[[2,0],[1]]']],
    ],
    [
      'constraints in the library’s own text',
      { monotone_constraints: '(1)', interaction_constraints: '[[0,1]]' },
      [
        ['monotone_constraints', '(1)'],
        ['interaction_constraints', '[[0,1]]'],
      ],
    ],
  ])('%s', (_, params, expected) => {
    expect(serializeParams(params, names)).toEqual(expected);
  });

  test.each([
    ['max_dept', 'max_depth'],
    ['n_estimators', undefined],
    ['colsample_by_tree', 'colsample_bytree'],
    ['learning-rate', 'learning_rate'],
    ['Eta', 'eta'],
    ['objektive', 'objective'],
    ['aet', 'eta'],
    ['gamam', 'gamma'],
    ['constructor', undefined],
    ['zzz', undefined],
  ])('unknown parameter %s suggests %s', (param, suggestion) => {
    const error = caught(() => serializeParams({ [param]: 1 }));
    expect(error).toMatchObject({ name: 'UnknownParamError', param, suggestion });
    if (suggestion !== undefined) expect(error?.message).toContain(`did you mean "${suggestion}"?`);
  });

  test.each([
    ['n_estimators', 'the option rounds'],
    ['early_stopping_rounds', 'the option earlyStopping'],
  ])('%s of Python is %s', (param, hint) => {
    const error = caught(() => serializeParams({ [param]: 1 }));
    expect(error?.message).toBe(`unknown training parameter "${param}"; it is ${hint}`);
  });

  test.each<[string, unknown]>([
    ['eta', NaN],
    ['eta', Infinity],
    ['eta', '0.1'],
    ['max_depth', 6.5],
    ['max_depth', 2 ** 60],
    ['validate_parameters', 1],
    ['objective', ''],
    ['objective', 'a\0b'],
    ['quantile_alpha', []],
    ['quantile_alpha', [0.1, NaN]],
    ['eval_metric', ['auc', '']],
    ['eval_metric', 'a b'],
    ['max_depth', 6n],
    ['eval_metric', 5],
    ['eval_metric', { auc: true }],
    ['eval_metric', [/auc/]],
    ['monotone_constraints', 5],
    ['monotone_constraints', true],
    ['interaction_constraints', 5],
    ['interaction_constraints', [0, 1]],
    ['monotone_constraints', [2]],
    ['monotone_constraints', { nope: 1 }],
    ['interaction_constraints', [['nope']]],
    ['interaction_constraints', [[-1]]],
  ])('%s: %p is refused', (param, value) => {
    const error = caught(() => serializeParams({ [param]: value }, names));
    expect(error).toMatchObject({ name: 'InvalidParamError', param, value });
    expect(error?.message).toContain(param);
  });

  test.each([
    [{ eta: 0.1, learning_rate: 0.1 }, 'learning_rate'],
    [{ lambda: 1, reg_lambda: 1 }, 'reg_lambda'],
    [{ reg_alpha: 1, alpha: 1 }, 'reg_alpha'],
    [{ gamma: 1, min_split_loss: 1 }, 'min_split_loss'],
    [{ seed: 1, random_state: 1 }, 'random_state'],
    [{ nthread: 1, n_jobs: 1 }, 'n_jobs'],
  ])('both names of one parameter are refused: %j', (params, param) => {
    expect(caught(() => serializeParams(params))).toMatchObject({
      name: 'InvalidParamError',
      param,
    });
  });
});
