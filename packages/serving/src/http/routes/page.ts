import type { FastifyInstance } from 'fastify';
import { pageFiles } from '../../page/page-files.ts';

/** The page may load its own files and ask its own server, and nothing else. */
const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
} as const;

/** GET /: the page and its files. They hold nothing of the model, so they need no token. */
export async function pageRoutes(app: FastifyInstance): Promise<void> {
  for (const { path, type, body } of await pageFiles()) {
    app.get(path, { config: { open: true } }, (_request, reply) => {
      reply.headers(headers).type(type).send(body);
    });
  }
}
