/** Checked by the compiler (scripts/tsconfig.tests.json), never run: each wrong call must be an error. */
import type { Call } from '../../src/call/call.ts';

export async function wrongCalls(call: Call): Promise<void> {
  // @ts-expect-error no such path
  await call('POST', '/api/2.0/mlflow/runs/creates', { body: { experiment_id: '1' } });
  // @ts-expect-error the path exists, but not with this verb
  await call('GET', '/api/2.0/mlflow/runs/create', { body: { experiment_id: '1' } });
  // @ts-expect-error a required body field is missing
  await call('POST', '/api/2.0/mlflow/runs/create', { body: { run_name: 'a' } });
  // @ts-expect-error the whole request is missing
  await call('POST', '/api/2.0/mlflow/runs/log-batch');
  // @ts-expect-error a body field has the wrong type
  await call('POST', '/api/2.0/mlflow/runs/create', { body: { experiment_id: 1 } });
  // @ts-expect-error no such body field
  await call('POST', '/api/2.0/mlflow/runs/create', { body: { experiment_id: '1', tag: [] } });
  await call('POST', '/api/2.0/mlflow/runs/log-batch', {
    // @ts-expect-error a param is text on the wire
    body: { run_id: 'r', params: [{ key: 'a', value: 1 }] },
  });
  // @ts-expect-error a query field has the wrong type
  await call('GET', '/api/2.0/mlflow/runs/get', { query: { run_id: 1 } });
  // @ts-expect-error a required query field is missing
  await call('GET', '/api/2.0/mlflow/runs/get', { query: {} });
  // @ts-expect-error the path parameter is missing
  await call('GET', '/api/2.0/mlflow/logged-models/{model_id}', {});
  await call('PATCH', '/api/2.0/mlflow/logged-models/{model_id}', {
    path: { model_id: 'm' },
    // @ts-expect-error the server wants the id in the body as well
    body: { status: 'LOGGED_MODEL_READY' },
  });
  // @ts-expect-error no such enum value
  await call('POST', '/api/2.0/mlflow/runs/update', { body: { run_id: 'r', status: 'DONE' } });
  // @ts-expect-error a GET has no body
  await call('GET', '/api/2.0/mlflow/runs/get', { query: { run_id: 'r' }, body: {} });
  await call('PUT', '/api/2.0/mlflow-artifacts/artifacts/{artifact_path}', {
    path: { artifact_path: 'a' },
    // @ts-expect-error artifacts are bytes
    body: 'text',
  });
}

export async function rightCalls(call: Call): Promise<void> {
  const { run } = await call('POST', '/api/2.0/mlflow/runs/create', {
    body: { experiment_id: '1' },
  });
  run.info.run_id satisfies string;
  // @ts-expect-error the answer is typed
  run.info.nothing satisfies string;
  const found = await call('POST', '/api/2.0/mlflow/runs/search', { body: {} });
  found.runs?.[0]?.data?.metrics satisfies
    { value: number | 'NaN' | 'Infinity' | '-Infinity' }[] | undefined;
  await call('GET', '/api/2.0/mlflow/webhooks');
  await call('GET', '/api/2.0/mlflow/metrics/get-history-bulk-interval', {
    query: { run_ids: ['a', 'b'], metric_key: 'k' },
  });
  await call('DELETE', '/api/2.0/mlflow/registered-models/delete', {
    body: { name: 'a' },
    deadlineMs: 1000,
  });
  const bytes = await call('GET', '/api/2.0/mlflow-artifacts/artifacts/{artifact_path}', {
    path: { artifact_path: 'a/b' },
  });
  bytes satisfies Uint8Array;
}
