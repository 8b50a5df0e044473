import { CheckFailure, Problem } from '@pipit/cms';

/** Says what went wrong in words, without a stack where the fault is the caller's to mend, and ends with code 1. */
export function exitWith(error: unknown): never {
  console.error(messageOf(error));
  process.exit(1);
}

function messageOf(error: unknown): string {
  if (error instanceof Problem) {
    return [error.detail, ...error.errors.map(({ path, message }) => `  ${path}: ${message}`)].join('\n');
  }
  if (error instanceof CheckFailure || !(error instanceof Error))
    return String(error instanceof Error ? error.message : error);
  return process.env['PIPIT_DEBUG'] ? (error.stack ?? error.message) : error.message;
}
