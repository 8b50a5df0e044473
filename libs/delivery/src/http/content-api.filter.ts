import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { problemOf } from '@pipit/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors.js';

/** Seconds after which a reader may come back when the database is away. */
const RETRY_AFTER = '5';

/** Answers errors as frontends of Wagtail know them: `{"message": …}`. */
@Catch()
export class ContentApiFilter implements ExceptionFilter {
  private readonly logger = new Logger('ContentApi');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    if (error instanceof ApiError) {
      send(reply, error.status, error.message);
      return;
    }
    const problem = problemOf(error);
    if (problem.status >= 500) {
      const [path] = http.getRequest<FastifyRequest>().url.split('?');
      this.logger.error(`GET ${path} → ${problem.status}`, error instanceof Error ? error.stack : String(error));
    }
    if (problem.status === 503) reply.header('retry-after', RETRY_AFTER);
    const { retryAfter } = problem.toJSON();
    if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
    send(reply, problem.status, problem.detail);
  }
}

function send(reply: FastifyReply, status: number, message: string): void {
  reply.header('cache-control', 'no-store');
  void reply
    .status(status)
    .header('content-type', 'application/json')
    .send(Buffer.from(JSON.stringify({ message })));
}
