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
    const from = context.switchToHttp().getRequest<FastifyRequest>().headers['sec-fetch-site'];
    if (from === undefined || from === 'same-origin' || from === 'none') return true;
    throw forbidden('Signing in and out works from this site only.');
  }
}
