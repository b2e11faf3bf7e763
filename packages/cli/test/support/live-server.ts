import { MlflowClient } from '@xgflow/mlflow-client';

const uri = process.env.XGFLOW_TEST_MLFLOW_URI ?? '';
if (uri === '') {
  throw new Error(
    'XGFLOW_TEST_MLFLOW_URI is not set: these tests need the real MLflow server that npm test starts',
  );
}

/** Environment of a command that is to use the test server. */
export const env = { MLFLOW_TRACKING_URI: uri };

/** A client of the test server, for the process of a test file. */
export const client = new MlflowClient({ trackingUri: uri });

/** A name on the server that no other test uses. */
export function nameFor(stem: string): string {
  return `${stem}-${process.pid}-${Date.now().toString(36)}`;
}
