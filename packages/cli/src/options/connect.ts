import type { MlflowClient, WaitingEvent } from '@xgflow/mlflow-client';
import type { CommandContext } from '../command.ts';
import { duration } from '../output/duration.ts';
import { linksFor } from '../output/links.ts';
import type { Links } from '../output/links.ts';
import type { Output } from '../output/output.ts';
import { resolveTrackingUri, uiAddress } from './tracking-uri.ts';

/** A tracking server as a command uses it. */
export interface Connection {
  readonly client: MlflowClient;
  /** Pages of its UI. */
  readonly links: Links;
}

/**
 * The client of the command's tracking server; nothing is sent yet.
 *
 * @param endsAtOnce a command that only reads: after Ctrl-C it waits for no answer. Others have work to put away, for
 *   which they need the client. Default false
 * @throws NoTrackingServerError · UsageError
 */
export async function connect(
  args: { readonly trackingUri?: string | undefined },
  context: CommandContext,
  { endsAtOnce = false }: { readonly endsAtOnce?: boolean } = {},
): Promise<Connection> {
  const trackingUri = await resolveTrackingUri(args, context);
  const { MlflowClient: Client } = await import('@xgflow/mlflow-client');
  const client = new Client({
    trackingUri,
    onWarning: (text) => {
      context.output.warn(text);
    },
    onWaiting: (event) => {
      tellOfWaiting(event, context.output);
    },
  });
  if (endsAtOnce) {
    const close = (): void => {
      client.close();
    };
    context.signal.addEventListener('abort', close, { once: true });
  }
  return { client, links: linksFor(uiAddress(trackingUri, context.env)) };
}

function tellOfWaiting(event: WaitingEvent, output: Output): void {
  if (event.state === 'over') {
    output.note(`the tracking server answers again, after ${duration(event.afterMs)}`);
  } else {
    const left = duration(event.leftMs);
    output.warn(`waiting for the tracking server, up to ${left} more · ${event.reason}`);
  }
}
