import type { MlflowClient } from '@xgflow/mlflow-client';

type Server = MlflowClient['server'];

/**
 * How far this machine's clock is ahead of a server's, in milliseconds; undefined when the server does not tell its time.
 * It tells whole seconds, so half a second is nothing.
 */
export async function clockDifference(
  server: Pick<Server, 'time'>,
  options: Parameters<Server['time']>[0],
): Promise<number | undefined> {
  const sent = Date.now();
  const date = await server.time(options);
  return date === undefined ? undefined : (sent + Date.now()) / 2 - (date.getTime() + 500);
}
