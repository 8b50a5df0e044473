import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionEnded } from '../errors.js';
import type { IssuedRefreshToken } from '../sessions/issue-refresh-token.js';
import { readCookie, writeCookie } from './cookies.js';

const NAME = 'pipit_refresh';
/** Routes that need it. */
const PATH = '/api/admin/v1/auth';

/** Hands the refresh token to the browser, where no script can read it. */
export function setRefreshCookie(request: FastifyRequest, reply: FastifyReply, token: IssuedRefreshToken): void {
  writeCookie(request, reply, { name: NAME, value: token.secret, expires: token.expiresAt, path: PATH });
}

/** Makes the browser forget the refresh token. */
export function clearRefreshCookie(request: FastifyRequest, reply: FastifyReply): void {
  writeCookie(request, reply, { name: NAME, value: '', expires: new Date(0), path: PATH });
}

/** The refresh token of a request, or null. */
export function findRefreshCookie(request: FastifyRequest): string | null {
  return readCookie(request, NAME);
}

/** The refresh token of a request; throws `session_ended`. */
export function getRefreshCookie(request: FastifyRequest): string {
  const token = findRefreshCookie(request);
  if (token === null) throw sessionEnded('Sign in first.');
  return token;
}
