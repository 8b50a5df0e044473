import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';

const ctxs = new WeakMap<object, Ctx>();

/** Remembers the ctx the guard made for a request. */
export function setRequestCtx(request: object, ctx: Ctx): void {
  ctxs.set(request, ctx);
}

/** The ctx of a request that has passed the guard. */
export function getRequestCtx(request: object): Ctx {
  const ctx = ctxs.get(request);
  if (!ctx) throw new Error('This request has not passed the PermissionGuard. Is AccessModule imported?');
  return ctx;
}

/** The {@link Ctx} of the request: who asks, in which language, through which connection. */
export const CurrentCtx = createParamDecorator((_data: unknown, context: ExecutionContext): Ctx =>
  getRequestCtx(context.switchToHttp().getRequest<object>()),
);
