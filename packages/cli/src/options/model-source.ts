import type { ModelSource } from '@xgflow/serving/http';
import type { CommandContext } from '../command.ts';
import type { Links } from '../output/links.ts';
import { connect } from './connect.ts';
import { isOnServer, modelDirectory } from './resolve-model.ts';

/** A model to be served, and the pages of the tracking server that it comes from. */
export interface NamedSource {
  readonly source: ModelSource;
  readonly links: Links | undefined;
}

/** Where the model of `--model` comes from; nothing is fetched yet. @throws UsageError for what names none */
export async function modelSource(
  uri: string,
  args: { readonly trackingUri?: string | undefined },
  context: CommandContext,
): Promise<NamedSource> {
  const { directorySource, registrySource } = await import('@xgflow/serving/http');
  if (!isOnServer(uri)) {
    return { source: directorySource(modelDirectory(uri, context)), links: undefined };
  }
  const { client, links } = await connect(args, context);
  return { source: await registrySource(client, uri), links };
}
