import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@pipit/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem-of.js';
import { requestIdOf } from './request-id.js';

/** Seconds after which a client may try again when something we depend on is away. */
const RETRY_AFTER = '5';

/** Answers every error of the management API as a problem document (RFC 9457), and logs those that are our fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    const requestId = requestIdOf(request);
    this.log(problem, error, request, requestId);
    if (reply.sent) return;
    const { retryAfter, ...document } = problem.toJSON();
    if (problem.status === 503) reply.header('retry-after', RETRY_AFTER);
    if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem.status === 500 ? { ...document, requestId } : document));
  }

  /** Query strings stay out of the log: they may carry what nobody should read there. */
  private log(problem: Problem, error: unknown, request: FastifyRequest, requestId: string): void {
    const line = `${request.method} ${request.url.split('?')[0]} → ${problem.status} ${problem.code} (request ${requestId})`;
    if (problem.status === 503) this.logger.warn(`${line}: ${error instanceof Error ? error.message : String(error)}`);
    else if (problem.status >= 500) this.logger.error(line, error instanceof Error ? error.stack : String(error));
    else if (problem.status === 403) this.logger.warn(line);
  }
}
