import type { FastifyReply } from 'fastify';
import type { DeliveryOptions } from '../options.js';

const METHODS = 'GET, HEAD, OPTIONS';
const ASKED = 'If-None-Match, X-Preview-Token, X-Reader-Token, Authorization, Accept';
const SHOWN = 'ETag, Link';
/** Browsers cap it. */
const MAX_AGE = '7200';

/** Headers that let a page of that origin read the answer; names and values by turns. */
export function corsHeaders({ cors }: Pick<DeliveryOptions, 'cors'>, origin: string | undefined): readonly string[] {
  if (cors === 'public') return ['access-control-allow-origin', '*', 'access-control-expose-headers', SHOWN];
  if (origin === undefined || !cors.includes(origin)) return [];
  return ['access-control-allow-origin', origin, 'access-control-expose-headers', SHOWN];
}

/** What a browser asks before it sends a request of its own making; null for origins that may not. `more` is sent too. */
export function preflightHeaders(
  options: Pick<DeliveryOptions, 'cors'>,
  origin: string | undefined,
  more?: 'POST',
): readonly string[] | null {
  const allowed = corsHeaders(options, origin);
  if (allowed.length === 0) return null;
  const methods = more === undefined ? METHODS : `${METHODS}, ${more}`;
  const asked = more === undefined ? ASKED : `${ASKED}, Content-Type`;
  const rest = ['access-control-allow-methods', methods, 'access-control-allow-headers', asked];
  return [...allowed, ...rest, 'access-control-max-age', MAX_AGE];
}

/** Gives an answer headers that are names and values by turns. */
export function setAll(reply: FastifyReply, headers: readonly string[]): void {
  for (let index = 0; index < headers.length; index += 2)
    void reply.header(headers[index] as string, headers[index + 1]);
}
