import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../throttle/attempt.js';
import { DEVICE_DAYS } from '../throttle/known-devices.js';
import { daysFromNow } from '../sessions/issue-refresh-token.js';
import { readCookie, writeCookie } from './cookies.js';

const NAME = 'pipit_device';
/** Secrets are asked for in more places than at signing in. */
const PATH = '/api/admin/v1';

/** Lets the browser keep that an account was opened in it. */
export function setDeviceCookie(request: FastifyRequest, reply: FastifyReply, value: string): void {
  writeCookie(request, reply, { name: NAME, value, expires: daysFromNow(DEVICE_DAYS), path: PATH });
}

/** From where somebody tries a secret. */
export function callerOf(request: FastifyRequest): Caller {
  return { address: request.ip, device: readCookie(request, NAME) };
}
