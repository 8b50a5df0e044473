import { badRequest, notFound, unavailable, type Problem } from '@pipit/kernel';
import { EntityNotFoundError } from 'typeorm';
import { conflict } from '../errors.js';

/** SQLSTATE classes and codes after which the same request may well succeed: connection, shutdown, load. */
const PASSING = /^(08...|57P0[1-5]|57014|53...)$/;
/** Given up in favour of somebody else's change, or tired of waiting for one. */
const CROWDED = /^(40001|40P01|55P03)$/;
/** Broken integrity that no action foresaw: unique, foreign key, exclusion. */
const INTEGRITY = /^(23505|23503|23001|23P01)$/;
/** U+0000, lone surrogates and other characters Postgres cannot keep. */
const UNSTORABLE = /^(22021|22P05)$/;
/** What Node and pg say when the database is away. */
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
const AWAY_TEXT =
  /connection terminated|timeout exceeded when trying to connect|not queryable|driver not connected|client was closed|cannot use a pool after/i;

interface ErrorLike {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly driverError?: unknown;
  readonly errors?: unknown;
}

/** What to answer for an error of the database, without a word about its insides; null when it is none we know. */
export function databaseProblem(error: unknown): Problem | null {
  if (error instanceof EntityNotFoundError) return notFound('There is no such thing.');
  const cause = rootOf(error);
  const code = typeof cause.code === 'string' ? cause.code : '';
  if (PASSING.test(code) || isAway(cause, code))
    return unavailable('The database is not available. Try again shortly.');
  if (CROWDED.test(code)) return unavailable('Others are changing the same at this moment. Try again shortly.');
  if (INTEGRITY.test(code)) return conflict('This contradicts something stored meanwhile. Reload and try again.');
  if (UNSTORABLE.test(code)) return badRequest('The request contains characters that cannot be stored.');
  return null;
}

/** TypeORM wraps the driver's error; Node wraps one error per address tried. */
function rootOf(error: unknown): ErrorLike {
  const { driverError, errors } = Object(error) as ErrorLike;
  if (driverError) return rootOf(driverError);
  if (Array.isArray(errors) && errors.length > 0) return rootOf(errors[0]);
  return Object(error) as ErrorLike;
}

function isAway(error: ErrorLike, code: string): boolean {
  return AWAY_CODES.has(code) || (typeof error.message === 'string' && AWAY_TEXT.test(error.message));
}
