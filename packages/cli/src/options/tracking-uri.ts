import { isRunning } from '@xgflow/mlflow-client/process';
import type { CommandContext } from '../command.ts';
import { NoTrackingServerError } from '../errors/no-tracking-server-error.ts';
import { UsageError } from '../errors/usage-error.ts';
import { readRecord } from '../local-server/server-record.ts';
import { findServerDirectory } from '../local-server/state-directory.ts';

/** An address of something else, such as a database, may hold a password before its @ or in its query. */
function withoutSecrets(uri: string): string {
  return uri.replace(/\/\/.*@/u, '//***@').replace(/[?#].*$/su, '');
}

function checked(uri: string, source: string): string {
  if (!URL.canParse(uri) || !/^https?:$/u.test(new URL(uri).protocol)) {
    throw new UsageError(
      `not an http(s) address: ${JSON.stringify(withoutSecrets(uri))} · ${source} · give one like http://127.0.0.1:5000`,
    );
  }
  return uri;
}

/** A password on the command line is readable for every user of the machine. */
function refusePassword(uri: string): string {
  if (new URL(uri).password === '') return uri;
  throw new UsageError(
    'a password on the command line can be seen by others · --tracking-uri · set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD instead',
  );
}

/**
 * The tracking server of a command: `--tracking-uri`, else MLFLOW_TRACKING_URI, else the server recorded in the
 * nearest `.xgflow/` upward.
 *
 * @throws UsageError for what is not an http(s) address, or holds a password on the command line.
 * @throws NoTrackingServerError when none is named, or the recorded one has ended.
 */
export async function resolveTrackingUri(
  args: { readonly trackingUri?: string | undefined },
  { env, cwd }: Pick<CommandContext, 'env' | 'cwd'>,
): Promise<string> {
  if (args.trackingUri !== undefined) {
    return refusePassword(checked(args.trackingUri, '--tracking-uri'));
  }
  const named = env.MLFLOW_TRACKING_URI ?? '';
  if (named !== '') return checked(named, 'MLFLOW_TRACKING_URI');
  const directory = await findServerDirectory(cwd);
  const record = directory === undefined ? undefined : await readRecord(directory);
  if (record && isRunning(record)) return record.uri;
  throw new NoTrackingServerError(
    record
      ? `the local MLflow server has ended · ${directory ?? cwd} · run \`xgflow server start\`, or give --tracking-uri`
      : `no tracking server · ${cwd} and above · run \`xgflow server start\`, or give --tracking-uri or MLFLOW_TRACKING_URI`,
  );
}

/**
 * Where people open the UI of a tracking server. XGFLOW_UI_URI says it for the server of MLFLOW_TRACKING_URI, which in a
 * container may have a name that no browser knows; else it is the tracking URI.
 *
 * @throws UsageError for what is not an http(s) address.
 */
export function uiAddress(trackingUri: string, env: CommandContext['env']): string {
  const named = env.XGFLOW_UI_URI ?? '';
  return named !== '' && trackingUri === env.MLFLOW_TRACKING_URI
    ? checked(named, 'XGFLOW_UI_URI')
    : trackingUri;
}
