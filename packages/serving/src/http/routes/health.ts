import { packageVersion } from '@xgflow/model';
import type { FastifyInstance } from 'fastify';
import type { ServeContext } from '../context.ts';
import { sendJson } from '../send-json.ts';

/** GET /ping and /health: 200 while requests are welcome, 503 once the server is ending. GET /version. */
export function healthRoutes(app: FastifyInstance, context: ServeContext): void {
  for (const path of ['/ping', '/health']) {
    app.get(path, { config: { open: true, anyHost: true } }, (_request, reply) => {
      sendJson(reply.code(context.draining ? 503 : 200), '\n');
    });
  }
  const version = packageVersion();
  app.get('/version', (_request, reply) => {
    sendJson(reply.headers(context.live.current.headers), version);
  });
}
