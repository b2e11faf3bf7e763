import type { MlflowClient } from '@xgflow/mlflow-client';
import type { CommandContext } from '../command.ts';
import { linksFor } from '../output/links.ts';
import type { Links } from '../output/links.ts';
import { resolveTrackingUri, uiAddress } from './tracking-uri.ts';

/** A tracking server as a command uses it. */
export interface Connection {
  readonly client: MlflowClient;
  /** Pages of its UI. */
  readonly links: Links;
}

/** The client of the command's tracking server; nothing is sent yet. @throws NoTrackingServerError · UsageError */
export async function connect(
  args: { readonly trackingUri?: string | undefined },
  context: CommandContext,
): Promise<Connection> {
  const trackingUri = await resolveTrackingUri(args, context);
  const { MlflowClient: Client } = await import('@xgflow/mlflow-client');
  const client = new Client({
    trackingUri,
    onWarning: (text) => {
      context.output.warn(text);
    },
  });
  return { client, links: linksFor(uiAddress(trackingUri, context.env)) };
}
