import { expect, test } from '@jest/globals';
import { conditionDifferences } from '../../src/reproduce/conditions.ts';

const recorded = {
  'xgflow.data_digest': 'd1',
  'xgflow.config_hash': 'c1',
  'xgflow.versions': 'xgflow=0.1.0 xgboost=3.2.0',
  'mlflow.source.git.commit': 'a1',
  'mlflow.source.git.dirty': 'false',
  'mlflow.user': 'ann',
};

test.each([
  { what: 'nothing', change: {}, kind: undefined },
  { what: 'who runs it', change: { 'mlflow.user': 'bob' }, kind: undefined },
  {
    what: 'the data',
    change: { 'xgflow.data_digest': 'd2' },
    kind: { kind: 'data', name: 'data digest', recorded: 'd1', now: 'd2' },
  },
  {
    what: 'the config',
    change: { 'xgflow.config_hash': 'c2' },
    kind: { kind: 'config', name: 'config hash of sweep.json', recorded: 'c1', now: 'c2' },
  },
  {
    what: 'the library',
    change: { 'xgflow.versions': 'xgflow=0.1.0 xgboost=3.3.0' },
    kind: { kind: 'library', name: 'xgboost version', recorded: '3.2.0', now: '3.3.0' },
  },
  {
    what: 'the product',
    change: { 'xgflow.versions': 'xgflow=0.2.0 xgboost=3.2.0' },
    kind: { kind: 'library', name: 'xgflow version', recorded: '0.1.0', now: '0.2.0' },
  },
  {
    what: 'the commit',
    change: { 'mlflow.source.git.commit': 'b2' },
    kind: { kind: 'code', name: 'git commit', recorded: 'a1', now: 'b2' },
  },
  {
    what: 'uncommitted changes',
    change: { 'mlflow.source.git.dirty': 'true' },
    kind: { kind: 'code', name: 'git uncommitted changes', recorded: 'false', now: 'true' },
  },
])('$what changed', ({ change, kind }) => {
  expect(conditionDifferences(recorded, { ...recorded, ...change })).toEqual(kind ? [kind] : []);
});

test('a rerun outside of any repository has no commit', () => {
  const outside = Object.fromEntries(
    Object.entries(recorded).filter(([key]) => !key.includes('.git.')),
  );
  expect(conditionDifferences(recorded, outside)).toEqual([
    { kind: 'code', name: 'git commit', recorded: 'a1', now: null },
    { kind: 'code', name: 'git uncommitted changes', recorded: 'false', now: null },
  ]);
});
