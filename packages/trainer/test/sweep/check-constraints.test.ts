import { expect, test } from '@jest/globals';
import { checkConstraints } from '../../src/sweep/check-constraints.ts';

const features = ['age', 'income', 'region'];
const check = (params: object) => () => {
  checkConstraints({ name: 'rising', params } as never, features, 'sweep.yaml');
};

test.each([
  {},
  { monotone_constraints: { age: 1, income: -1 } },
  { monotone_constraints: [1, 0, -1] },
  { monotone_constraints: '(1,0,-1)' },
  { interaction_constraints: [['age', 'income'], [2]] },
])('%j is taken', (params) => {
  expect(check(params)).not.toThrow();
});

test.each([
  [
    { monotone_constraints: { agee: 1 } },
    'monotone_constraints names the feature "agee", which the training data does not have · sweep.yaml, variant rising · did you mean age?',
  ],
  [
    { monotone_constraints: { age: 2 } },
    'monotone_constraints must be a list, or a record by feature, of -1, 0 and 1 · sweep.yaml, variant rising · correct the value',
  ],
  [
    { interaction_constraints: [['age', 'town']] },
    'interaction_constraints names the feature "town", which the training data does not have · sweep.yaml, variant rising · correct the name',
  ],
])('%j is refused before anything runs', (params, message) => {
  expect(check(params)).toThrow(message);
});
