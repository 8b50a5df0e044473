import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { forbidden } from '@pipit/kernel';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses requests that a browser says come from another site's page. The cookie is SameSite=Strict already; this also
 * covers login, where no cookie is needed, and pages on a sister domain.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers, host } = context.switchToHttp().getRequest<FastifyRequest>();
    const from = headers['sec-fetch-site'];
    // Programs that are no browsers send neither; browsers of old send the origin with whatever changes something.
    const isOurs = from === undefined ? isOrigin(headers.origin, host) : from === 'same-origin' || from === 'none';
    if (isOurs) return true;
    throw forbidden('Signing in and out works from this site only.');
  }
}

function isOrigin(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
