import type { FastifyReply } from 'fastify';

/**
 * Sends a text, or its UTF-8, as `application/json`, to the letter: for a text fastify would add a charset,
 * which JSON does not have and MLflow's server does not send.
 */
export function sendJson(reply: FastifyReply, text: string | Buffer): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  reply.header('content-type', 'application/json').send(bytes);
}
