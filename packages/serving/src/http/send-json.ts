import type { FastifyReply } from 'fastify';

/**
 * Sends a text as `application/json`, to the letter: for a text fastify would add a charset, which
 * JSON does not have and MLflow's server does not send.
 */
export function sendJson(reply: FastifyReply, text: string): void {
  reply.header('content-type', 'application/json').send(Buffer.from(text));
}
