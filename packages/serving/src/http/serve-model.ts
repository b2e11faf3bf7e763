import { availableParallelism } from 'node:os';
import type { FastifyInstance } from 'fastify';
import type { DecisionLog } from '../decisions/decision-log.ts';
import { ListenError } from '../errors/listen-error.ts';
import type { Generation } from '../live/generation.ts';
import { LiveModel, type LiveModelEvents } from '../live/live-model.ts';
import type { ModelIdentity } from '../live/model-identity.ts';
import type { ModelSource } from '../live/model-source.ts';
import { threadHeap } from '../pool/thread-heap.ts';
import { addRoutes, bareApp } from './app.ts';
import type { ServeContext } from './context.ts';
import { endServer } from './end-server.ts';
import { HeldBytes } from './held-bytes.ts';
import { checkRedacted } from './log-decisions.ts';
import { ServeMetrics } from './serve-metrics.ts';
import { settingsOf, type ServeOptions } from './serve-options.ts';

/** A model being served. */
export interface ModelServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Which version answers now. */
  readonly model: ModelIdentity;
  /** Looks at once where the alias points, and swaps when it has moved. */
  checkAlias(): Promise<void>;
  /** Answers everything that was accepted, then ends. */
  close(): Promise<void>;
}

/**
 * Serves a model over HTTP.
 *
 * @param signal ends the fetching of the model; use `close()` once it runs
 * @throws {ListenError} · what fetching and loading the model throw
 */
export async function serveModel(
  source: ModelSource,
  options: ServeOptions = {},
  signal?: AbortSignal,
): Promise<ModelServer> {
  const settings = settingsOf(options, availableParallelism());
  const app = bareApp(settings);
  const metrics = new ServeMetrics({
    waiting: () => live.current.waiting,
    inFlight: () => context.inFlight,
  });
  const pool = {
    workers: settings.workers,
    queue: settings.queue,
    timeoutMs: settings.scoringTimeoutMs,
    heap: threadHeap(settings.bodyLimit),
    onDeath: (error: unknown) => {
      metrics.workerDeath();
      app.log.error({ err: error }, 'a scoring worker ended; another takes its place');
    },
  };
  const live = await LiveModel.start(source, pool, {
    events: events(app, metrics),
    ...(signal === undefined ? {} : { signal }),
  });
  if (settings.decisions) await refusedOr(live, settings.decisions);
  const held = new HeldBytes(settings.heldBytes);
  const context: ServeContext = { settings, live, metrics, held, draining: false, inFlight: 0 };
  metrics.model(live.current.identity);
  await addRoutes(app, context);
  const url = await listen(app, live, settings);
  // Only now, so that they do not hold up the first answer.
  live.current.startWorkers();
  live.watch(settings.pollMs);
  app.log.info({ url, model: live.current.identity }, 'serving');
  let closing: Promise<void> | undefined;
  return {
    url,
    get model() {
      return live.current.identity;
    },
    checkAlias: () => live.check(),
    close: () => (closing ??= endServer(app, context)),
  };
}

/** A log that does not fit the model ends the start. */
async function refusedOr(live: LiveModel, decisions: DecisionLog): Promise<void> {
  try {
    checkRedacted(decisions, live.current);
  } catch (error) {
    await live.close();
    throw error;
  }
}

async function listen(
  app: FastifyInstance,
  live: LiveModel,
  { host, port }: { host: string; port: number },
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await live.close();
    throw new ListenError(`${host}:${port}`, error);
  }
}

function events(app: FastifyInstance, metrics: ServeMetrics): LiveModelEvents {
  return {
    onSwap: ({ identity }: Generation) => {
      metrics.swap('swapped');
      metrics.model(identity);
      app.log.info({ model: identity }, 'another version answers');
    },
    onRefused: (version, error) => {
      metrics.swap('refused');
      app.log.error({ version, err: error }, 'a version was refused; the one before goes on');
    },
    onPollFailure: (error) => {
      metrics.pollFailure();
      app.log.warn({ err: error }, 'the alias could not be read; the version goes on');
    },
  };
}
