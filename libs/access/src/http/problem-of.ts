import { HttpException } from '@nestjs/common';
import {
  badRequest,
  forbidden,
  internal,
  notFound,
  Problem,
  tooLarge,
  tooManyAttempts,
  unauthenticated,
  unavailable,
  unsupportedType,
  type ProblemFactory,
} from '@pipit/kernel';
import { conflict, methodNotAllowed, requestTimeout } from '../errors.js';
import { databaseProblem } from './database-problem.js';

const BY_STATUS: Readonly<Record<number, ProblemFactory>> = {
  401: unauthenticated,
  403: forbidden,
  404: notFound,
  405: methodNotAllowed,
  408: requestTimeout,
  409: conflict,
  413: tooLarge,
  415: unsupportedType,
  429: tooManyAttempts,
  503: unavailable,
};

/** The problem that describes any error, safe to show. What nobody foresaw becomes `internal`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = httpStatusOf(error);
  if (status !== null && status !== 500) return httpProblem(status, error as Error);
  return databaseProblem(error) ?? internal('Something went wrong on our side. The log has the details.');
}

/** The status of Nest's HTTP exceptions and of Fastify's own errors. */
function httpStatusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const { code, statusCode } = Object(error) as { code?: unknown; statusCode?: unknown };
  const isFastify = typeof code === 'string' && code.startsWith('FST_');
  return isFastify && typeof statusCode === 'number' ? statusCode : null;
}

function httpProblem(status: number, error: Error): Problem {
  const make = BY_STATUS[status] ?? (status < 500 ? badRequest : internal);
  return make(make === internal ? 'Something went wrong on our side. The log has the details.' : error.message);
}
