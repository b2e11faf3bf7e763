import type { FastifyInstance } from 'fastify';
import type { ServeContext } from '../context.ts';
import { recordSchema } from '../json-schema.ts';

/** GET /schema: what the model takes and gives. GET /metrics: what the server did. */
export function descriptionRoutes(
  app: FastifyInstance,
  { live, metrics, settings }: ServeContext,
): void {
  app.get('/schema', (_request, reply) => {
    const { facts, headers, identity } = live.current;
    const { info, example } = facts;
    const { name, version } = identity;
    const url =
      name === null || version === null ? undefined : settings.modelUrl?.({ name, version });
    reply.headers(headers).send({
      model: { ...identity, url: url ?? null },
      objective: info.objective,
      kind: info.kind,
      target: info.target ?? null,
      classes: info.classes ?? null,
      threshold: identity.threshold,
      record: recordSchema(facts),
      example,
      limits: { rows: settings.maxRows, bytes: settings.bodyLimit },
    });
  });
  app.get('/metrics', async (_request, reply) => {
    reply.header('content-type', metrics.contentType);
    return metrics.text();
  });
}
