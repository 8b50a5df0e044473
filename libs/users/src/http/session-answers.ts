import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KnownDevices } from '../throttle/known-devices.js';
import type { SignedIn } from '../sessions/signed-in.js';
import { SessionDto } from './auth.dto.js';
import { readCookie, writeCookie } from './cookies.js';
import { callerOf, setDeviceCookie } from './device-cookie.js';
import { clearRefreshCookie, setRefreshCookie } from './refresh-cookie.js';

/** Read by the editor's scripts on any of its pages. */
const CSRF = { name: 'pipit_csrf', path: '/', isReadable: true } as const;
const CSRF_HEADER = 'x-csrf-token';

/** What a browser gets and keeps when a session begins, goes on or ends. */
@Injectable()
export class SessionAnswers {
  constructor(private readonly devices: KnownDevices) {}

  /** Somebody signed in just now: the browser is known from here on. */
  opened(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn): SessionDto {
    this.remember(request, reply, signedIn.user.email);
    return this.renewed(request, reply, signedIn);
  }

  /** The session goes on. */
  renewed(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn): SessionDto {
    reply.header('cache-control', 'no-store');
    const { refreshToken, csrfToken } = signedIn;
    setRefreshCookie(request, reply, refreshToken);
    writeCookie(request, reply, { ...CSRF, value: csrfToken, expires: refreshToken.expiresAt });
    return SessionDto.of(signedIn);
  }

  /** The session is over. */
  closed(request: FastifyRequest, reply: FastifyReply): void {
    clearRefreshCookie(request, reply);
    writeCookie(request, reply, { ...CSRF, value: '', expires: new Date(0) });
  }

  /** Whoever owns this account sits in front of this browser. */
  remember(request: FastifyRequest, reply: FastifyReply, email: string): void {
    const known = this.devices.find(callerOf(request).device, email);
    if (known === null) setDeviceCookie(request, reply, this.devices.issue(email));
  }
}

/** What a page said beside its cookie; null when it said nothing. A cookie alone proves nothing: any site makes a browser send it. */
export function csrfTokenOf(request: FastifyRequest): string | null {
  const said = request.headers[CSRF_HEADER];
  return typeof said === 'string' && said === readCookie(request, CSRF.name) ? said : null;
}
