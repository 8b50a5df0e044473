import type { Client } from '@pipit/kernel';
import type { FastifyRequest } from 'fastify';

/** Longer names of programs tell nobody more. */
const MAX_AGENT = 500;

/** From where a request came. Control characters have no business in a log. */
export function clientOf(request: FastifyRequest): Client {
  const agent = (request.headers['user-agent'] ?? '').replace(/[\p{Cc}\p{Cs}]/gu, ' ').slice(0, MAX_AGENT);
  // Whoever hung up before anybody looked has no address any more.
  const address = (request.ip as string | undefined) ?? '';
  return { agent, address: address.replace(/^::ffff:(?=\d+\.)/i, '') };
}
