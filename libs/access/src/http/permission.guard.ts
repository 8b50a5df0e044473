import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { createCtx, forbidden, unauthenticated, type Actor, type Ctx } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Policy } from '../policy/policy.js';
import { Authenticator } from './authenticator.js';
import { setRequestCtx } from './current-ctx.decorator.js';
import { setProgramKey } from './program-key.js';
import { clientOf } from './request-client.js';
import { requestIdOf } from './request-id.js';
import { requestLocale } from './request-locale.js';
import { ROUTE_ACCESS, SESSION_ONLY, type RouteAccess } from './route-access.decorators.js';

const ANONYMOUS: Actor = Object.freeze({ kind: 'anonymous' });

/**
 * Stands before every route. It says who asks, makes the ctx, and asks whether they may call the route at all; a route
 * that states nothing lets nobody in.
 */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
    private readonly authenticator: Authenticator,
    private readonly policy: Policy,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.accessOf(context);
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const requestId = requestIdOf(request);
    const actor = access.kind === 'public' ? await this.anybody(context) : await this.signedIn(context);
    this.requireSession(context, actor);
    const ctx = createCtx(this.dataSource.manager, actor, {
      requestId,
      locale: requestLocale(request),
      client: clientOf(request),
    });
    setRequestCtx(request, ctx);
    // By it whoever asks finds the entries of the audit log, and the lines of ours, that belong to their request.
    if (access.kind !== 'public') http.getResponse<FastifyReply>().header('x-request-id', requestId);
    if (access.kind === 'permission') await this.requireAny(ctx, access.anyOf);
    // What somebody signed in is shown is nobody else's, so no cache on the way may keep it.
    if (access.kind !== 'public') http.getResponse<FastifyReply>().header('cache-control', 'no-store');
    return true;
  }

  /** Refuses with the last of the permissions, unless one of them is held. */
  private async requireAny(ctx: Ctx, anyOf: readonly string[]): Promise<void> {
    for (const permission of anyOf.slice(0, -1)) if (await this.policy.can(ctx, permission)) return;
    await this.policy.require(ctx, anyOf.at(-1)!);
  }

  private requireSession(context: ExecutionContext, actor: Actor): void {
    if (actor.kind !== 'user' || actor.token === undefined) return;
    const targets = [context.getHandler(), context.getClass()];
    if (!this.reflector.getAllAndOverride<boolean | undefined>(SESSION_ONLY, targets)) return;
    throw forbidden('API tokens do not open this. Sign in.');
  }

  private accessOf(context: ExecutionContext): RouteAccess {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, targets);
    if (!access) throw forbidden('This route does not say who may call it.');
    return access;
  }

  private async anybody(context: ExecutionContext): Promise<Actor> {
    const key = await this.authenticator.checkUnneeded(context);
    if (key) setProgramKey(context.switchToHttp().getRequest<FastifyRequest>(), key);
    return ANONYMOUS;
  }

  private async signedIn(context: ExecutionContext): Promise<Actor> {
    const actor = await this.authenticator.actorOf(context);
    if (actor.kind === 'anonymous') throw unauthenticated('Sign in to do this.');
    return actor;
  }
}
