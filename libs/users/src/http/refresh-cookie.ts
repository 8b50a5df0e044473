import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionEnded } from '../errors.js';
import type { IssuedRefreshToken } from '../sessions/issue-refresh-token.js';

const NAME = 'pipit_refresh';
/** The cookie travels to the routes that need it and to no other. */
const PATH = '/api/admin/v1/auth';
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** Hands the refresh token to the browser, where no script can read it. */
export function setRefreshCookie(request: FastifyRequest, reply: FastifyReply, token: IssuedRefreshToken): void {
  writeCookie(request, reply, token.secret, token.expiresAt);
}

/** Makes the browser forget the refresh token. */
export function clearRefreshCookie(request: FastifyRequest, reply: FastifyReply): void {
  writeCookie(request, reply, '', new Date(0));
}

/** The refresh token of a request, or null. */
export function findRefreshCookie(request: FastifyRequest): string | null {
  return parseCookie(request.headers.cookie ?? '')[NAME] || null;
}

/** The refresh token of a request; throws `session_ended`. */
export function getRefreshCookie(request: FastifyRequest): string {
  const token = findRefreshCookie(request);
  if (token === null) throw sessionEnded('Sign in first.');
  return token;
}

function writeCookie(request: FastifyRequest, reply: FastifyReply, value: string, expires: Date): void {
  const secure = !isPlainLocal(request);
  const cookie = { name: NAME, value, path: PATH, httpOnly: true, sameSite: 'strict', secure, expires } as const;
  reply.header('set-cookie', stringifySetCookie(cookie));
}

/** Browsers (Safari for one) refuse secure cookies on plain http://localhost; there, and only there, it is not secure. */
function isPlainLocal(request: FastifyRequest): boolean {
  return request.protocol === 'http' && LOCAL.has(request.hostname);
}
