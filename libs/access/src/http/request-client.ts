import type { Client } from '@pipit/kernel';
import type { FastifyRequest } from 'fastify';

/** Longer names of programs tell nobody more. */
const MAX_AGENT = 500;

/** From where a request came. Control characters have no business in a log. */
export function clientOf(request: FastifyRequest): Client {
  const agent = (request.headers['user-agent'] ?? '').replace(/[\p{Cc}\p{Cs}]/gu, ' ').slice(0, MAX_AGENT);
  return { agent, address: request.ip.replace(/^::ffff:(?=\d+\.)/i, '') };
}
