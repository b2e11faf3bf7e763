import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { ServeContext } from './context.ts';

/** How often it is looked whether anything is still being answered. */
const LOOK_MS = 20;
/** Connections that say nothing for so long have nothing to say. */
const SILENT_MS = 400;
/** A worker needs milliseconds to end, unless the library holds it. */
const WORKERS_END_MS = 2000;

/**
 * Ends in good order: /ping turns 503 and every answer says `Connection: close`; then nobody is let
 * in any more, what was let in is answered, and what is left after the grace is cut. A worker inside a call of the
 * library, which cannot be broken off, is not waited for: it frees its model when it comes back.
 */
export async function endServer(app: FastifyInstance, context: ServeContext): Promise<void> {
  const { graceMs, drainMs } = context.settings;
  context.draining = true;
  app.log.info('ending: what was accepted is answered');
  await sleep(drainMs);
  // Right after the turn in which the waiting connections were taken, so that none is reset.
  await nextTurn();
  const closed = new Promise<void>((resolve) => {
    app.server.close(() => {
      resolve();
    });
  });
  const cut = new AbortController();
  await Promise.race([closed, untilSilent(context, graceMs, cut.signal)]);
  cut.abort();
  if (context.inFlight > 0) app.log.warn({ requests: context.inFlight }, 'cut after the grace');
  app.server.closeAllConnections();
  await app.close();
  const freed = context.live.close().then(() => true);
  // Such a worker keeps the event loop by itself.
  const waited = sleep(WORKERS_END_MS, false, { ref: false });
  if (await Promise.race([freed, waited])) app.log.info('ended');
  else app.log.warn('ended while a worker was still scoring');
}

async function untilSilent(
  context: ServeContext,
  graceMs: number,
  cut: AbortSignal,
): Promise<void> {
  const started = performance.now();
  let busy = started;
  while (!cut.aborted) {
    const now = performance.now();
    if (context.inFlight > 0) busy = now;
    if (now - busy > SILENT_MS || now - started > graceMs) return;
    await sleep(LOOK_MS);
  }
}
