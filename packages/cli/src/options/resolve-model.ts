import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ResolvedModel } from '@xgflow/mlflow-client';
import type { CommandContext } from '../command.ts';
import { UsageError } from '../errors/usage-error.ts';
import { connect } from './connect.ts';

/** Whether a URI names a model on the tracking server. */
export function isOnServer(uri: string): boolean {
  return /^(?:models|runs):\//u.test(uri);
}

/** The local model directory that `--model` names. @throws UsageError for what is none */
export function modelDirectory(uri: string, { cwd }: Pick<CommandContext, 'cwd'>): string {
  const directory = path.resolve(cwd, uri);
  if (existsSync(path.join(directory, 'MLmodel'))) return directory;
  throw new UsageError(
    `no model: ${uri} · --model · give models:/name@alias, models:/name/1, runs:/id/model, or a directory with an MLmodel file`,
  );
}

/**
 * The files of the model that `--model` names: a directory is used where it is, without a server; `models:/` and
 * `runs:/` are fetched from the command's tracking server.
 *
 * @throws UsageError for what is neither. The errors of `resolveModel` and `connect`.
 */
export async function resolveModelOption(
  uri: string,
  args: { readonly trackingUri?: string | undefined },
  context: CommandContext,
): Promise<ResolvedModel> {
  if (!isOnServer(uri)) return { directory: modelDirectory(uri, context) };
  const { client } = await connect(args, context);
  const { resolveModel } = await import('@xgflow/mlflow-client');
  return resolveModel(client, uri, { signal: context.signal });
}
