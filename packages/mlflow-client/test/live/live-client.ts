import { randomUUID } from 'node:crypto';
import { MlflowClient } from '../../src/client.ts';
import type { ClientOptions } from '../../src/options/client-options.ts';

/** The real server that these tests need; without it they fail. */
export function liveUri(): string {
  const uri = process.env.XGFLOW_TEST_MLFLOW_URI;
  if (uri === undefined || uri === '') {
    throw new Error('XGFLOW_TEST_MLFLOW_URI is not set · start an MLflow server and name it there');
  }
  return uri;
}

export function liveClient(options: ClientOptions = {}): MlflowClient {
  return new MlflowClient({ trackingUri: liveUri(), ...options });
}

/** A name that no other test run uses. */
export function unique(name: string): string {
  return `${name}-${randomUUID().slice(0, 8)}`;
}
