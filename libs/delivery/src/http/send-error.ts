import { Logger } from '@nestjs/common';
import { problemOf } from '@pipit/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors.js';

/** Seconds after which a reader may come back when the database is away. */
const RETRY_AFTER = '5';

const logger = new Logger('ContentApi');

/** Answers an error as frontends of Wagtail know them: `{"message": …}`. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  if (error instanceof ApiError) {
    send(reply, error.status, error.message);
    return;
  }
  const problem = problemOf(error);
  if (problem.status >= 500) {
    const [path] = request.url.split('?');
    logger.error(`GET ${path} → ${problem.status}`, error instanceof Error ? error.stack : String(error));
  }
  if (problem.status === 503) reply.header('retry-after', RETRY_AFTER);
  const { retryAfter } = problem.toJSON();
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
  send(reply, problem.status, problem.detail);
}

function send(reply: FastifyReply, status: number, message: string): void {
  reply.header('cache-control', 'no-store');
  void reply
    .status(status)
    .header('content-type', 'application/json')
    .send(Buffer.from(JSON.stringify({ message })));
}
