import { expect, test } from '@jest/globals';
import { EndpointNotFoundError } from '@xgflow/mlflow-client';
import type { MlflowClient } from '@xgflow/mlflow-client';
import type { PreparedSweep } from '../../src/sweep/prepare.ts';
import { MlflowTracker } from '../../src/tracking/mlflow-tracker.ts';

test('MLflow 2, which has no logged models, is refused before a run is made', async () => {
  const missing = new EndpointNotFoundError('the server has no such route', {
    endpoint: 'POST /api/2.0/mlflow/logged-models/search',
  });
  // No member for runs: a request for one would be a TypeError.
  const client = {
    experiments: {
      ensure: () => Promise.resolve({ experiment_id: '1', name: 'claims', tags: [] }),
    },
    loggedModels: { search: () => ({ next: () => Promise.reject(missing) }) },
  } as unknown as MlflowClient;
  const prepared = { target: { task: 'binary' } } as unknown as PreparedSweep;
  const options = { client, experiment: 'claims', logTrials: 1, fresh: false, scratch: '/nowhere' };
  await expect(MlflowTracker.open(prepared, { ...options, directory: '/nowhere' })).rejects.toBe(
    missing,
  );
});
