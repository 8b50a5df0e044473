import { Injectable, Logger, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { badRequest, type Ctx } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, concatMap, finalize, from, of, throwError, type Observable } from 'rxjs';
import { getRequestCtx, setRequestCtx } from '../http/current-ctx.decorator.js';
import { ROUTE_ACCESS, type RouteAccess } from '../http/route-access.decorators.js';
import { IdempotencyKeys, type Claim } from './idempotency-keys.js';
import { UNREPEATABLE } from './unrepeatable.decorator.js';

/** The header by which a client says that a request is one it may have sent before. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';
const REPLAYED = 'idempotency-replayed';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Does each changing request with an `Idempotency-Key` once, and answers it as often as it comes. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Idempotency');

  constructor(
    private readonly keys: IdempotencyKeys,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = keyOf(request);
    if (key === null || !this.isRepeatable(context)) return next.handle();
    const ctx = getRequestCtx(request);
    if (ctx.actor.kind !== 'user') return next.handle();
    const { method, url: path } = request;
    const claim = await this.keys.claim({ userId: ctx.actor.userId, key, method, path, body: bodyOf(request) });
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return claim.kind === 'answered' ? replay(reply, claim) : this.run(claim.run, request, reply, ctx, next);
  }

  private isRepeatable(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, targets);
    return access?.kind !== 'public' && !this.reflector.getAllAndOverride<boolean | undefined>(UNREPEATABLE, targets);
  }

  private run(
    run: string,
    request: FastifyRequest,
    reply: FastifyReply,
    ctx: Ctx,
    next: CallHandler,
  ): Observable<unknown> {
    setRequestCtx(request, { ...ctx, beforeCommit: (manager) => this.keys.noteEffect(manager, run) });
    const rest = this.keys.keepAlive(run);
    return next.handle().pipe(
      concatMap((value: unknown) => from(this.keep(run, reply.statusCode, value)).pipe(concatMap(() => of(value)))),
      catchError((error: unknown) =>
        from(this.keys.giveUp(run).catch(() => undefined)).pipe(concatMap(() => throwError(() => error))),
      ),
      finalize(rest),
    );
  }

  /** What was done is done: an answer that cannot be kept is no failure of the request. */
  private async keep(run: string, status: number, value: unknown): Promise<void> {
    try {
      await this.keys.keepAnswer(run, status, value === undefined ? null : JSON.stringify(value));
    } catch (error) {
      this.logger.warn(`An answer could not be kept: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function keyOf({ method, headers }: FastifyRequest): string | null {
  const key = headers[IDEMPOTENCY_HEADER];
  if (key === undefined || READING.has(method)) return null;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw badRequest('An Idempotency-Key is 1 to 255 visible ASCII characters.');
}

/** Files are read as they come in: of them, how long and of what kind the body is. */
function bodyOf({ body, headers }: FastifyRequest): string {
  if (body !== undefined) return JSON.stringify(body);
  const kind = headers['content-type']?.split(';')[0] ?? '';
  return `${kind} ${headers['content-length'] ?? ''}`;
}

function replay(reply: FastifyReply, { status, answer }: Extract<Claim, { kind: 'answered' }>): Observable<unknown> {
  void reply.status(status).header(REPLAYED, 'true');
  return of(answer === null ? undefined : (JSON.parse(answer) as unknown));
}
