import { expect, test } from '@jest/globals';
import { ForbiddenError } from '@xgflow/mlflow-client';
import type { Experiment, MlflowClient } from '@xgflow/mlflow-client';
import type { Task } from '../../src/metrics/index.ts';
import { offerView } from '../../src/tracking/experiment-view.ts';

const viewTag = 'mlflow.sharedViewState.xgflow';
const kindTag = 'mlflow.experimentKind';
const noteTag = 'mlflow.note.content';

/** What is written on an experiment that has these tags. */
async function written(
  tags: Record<string, string>,
  error?: Error,
  task: Task = 'binary',
): Promise<Map<string, string>> {
  const set = new Map<string, string>();
  const setTag = (_id: string, key: string, value: string): Promise<void> => {
    if (error) return Promise.reject(error);
    set.set(key, value);
    return Promise.resolve();
  };
  const client = { experiments: { setTag } } as unknown as MlflowClient;
  const list = Object.entries(tags).map(([key, value]) => ({ key, value }));
  await offerView(
    client,
    { experiment_id: '1', name: 'claims', tags: list } as unknown as Experiment,
    task,
  );
  return set;
}

test('a new experiment gets the view and its kind; a second sweep writes nothing', async () => {
  const first = await written({});
  expect([...first.keys()]).toEqual([noteTag, viewTag, kindTag]);
  expect(first.get(noteTag)).toContain('xgflow compare --experiment claims');
  expect(JSON.parse(first.get(viewTag) ?? '')).toMatchObject({
    searchFilter: "tags.`xgflow.role` = 'variant'",
    orderByKey: 'metrics.`test_f1`',
    orderByAsc: false,
  });
  expect((await written(Object.fromEntries(first))).size).toBe(0);
});

test('a regression is sorted by MAPE, the smallest first', async () => {
  const tags = await written({}, undefined, 'regression');
  expect(JSON.parse(tags.get(viewTag) ?? '')).toMatchObject({
    orderByKey: 'metrics.`test_mape`',
    orderByAsc: true,
  });
});

test('a kind and a description that somebody has chosen stay', async () => {
  const chosen = { [kindTag]: 'genai_development', [noteTag]: 'Ask Ada.' };
  expect([...(await written(chosen)).keys()]).toEqual([viewTag]);
});

test('a server that refuses the tag does not stop the sweep, a bug does', async () => {
  const refused = Object.create(ForbiddenError.prototype) as ForbiddenError;
  expect((await written({}, refused)).size).toBe(0);
  await expect(written({}, new TypeError('bug'))).rejects.toThrow('bug');
});
