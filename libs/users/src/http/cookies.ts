import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** A cookie of ours: sent to this origin alone, and to nothing that another site asks for. */
export interface OwnCookie {
  readonly name: string;
  readonly value: string;
  readonly expires: Date;
  /** Below which path it travels where that may be told: on plain http://localhost. */
  readonly path: string;
  /** Scripts of the editor may read it; default false. */
  readonly isReadable?: boolean;
}

/** Adds it to the answer. */
export function writeCookie(request: FastifyRequest, reply: FastifyReply, cookie: OwnCookie): void {
  const { name, value, expires, path, isReadable = false } = cookie;
  const secure = !isPlainLocal(request);
  const where = secure ? { name: hostOnly(name), path: '/', secure } : { name, path };
  reply.header(
    'set-cookie',
    stringifySetCookie({ ...where, value, expires, httpOnly: !isReadable, sameSite: 'strict' }),
  );
}

/** What a request brings under that name; null when it brings nothing. */
export function readCookie(request: FastifyRequest, name: string): string | null {
  // One without the prefix could have been planted by a sister domain, or by a page without encryption.
  const known = isPlainLocal(request) ? name : hostOnly(name);
  return parseCookie(request.headers.cookie ?? '')[known] || null;
}

/** Browsers take a cookie of such a name from this very host alone, over HTTPS, and for all of its paths. */
function hostOnly(name: string): string {
  return `__Host-${name}`;
}

/** Browsers (Safari for one) refuse secure cookies on plain http://localhost; there, and only there, it is not secure. */
function isPlainLocal(request: FastifyRequest): boolean {
  return request.protocol === 'http' && LOCAL.has(request.hostname);
}
