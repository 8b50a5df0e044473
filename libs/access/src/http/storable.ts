import { badRequest, type FieldError } from '@pipit/kernel';

/** Levels of objects and lists a body may have; content needs some twenty, and every walk over it one call each. */
const MAX_DEPTH = 100;

/** Half of a surrogate pair: JSON can say it, and neither UTF-8 nor Postgres can keep it. */
const UNSTORABLE = /\p{Surrogate}|\0/u;

/** Refuses what no part of the application could handle: bodies nested without end and text that cannot be stored. */
export function requireStorable(body: unknown): void {
  let level: { value: unknown; path: string }[] = [{ value: body, path: '' }];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) throw badRequest(`The request is nested deeper than ${MAX_DEPTH} levels.`);
    const next: typeof level = [];
    for (const { value, path } of level) {
      if (typeof value === 'string' && UNSTORABLE.test(value)) throw unstorable(path);
      if (typeof value !== 'object' || value === null) continue;
      for (const [name, member] of Object.entries(value)) {
        if (UNSTORABLE.test(name)) throw unstorable(path);
        next.push({ value: member, path: `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` });
      }
    }
    level = next;
  }
}

function unstorable(path: string) {
  const fault: FieldError = { path, code: 'unstorable', message: 'This text has characters that cannot be stored.' };
  return badRequest('The request contains characters that cannot be stored.', [fault]);
}
