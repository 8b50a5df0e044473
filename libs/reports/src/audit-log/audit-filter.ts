import type { SqlValues } from './sql-values.js';

/** Which entries are asked for; all conditions hold together. */
export interface AuditFilter {
  /** Names of actions, `page.publish`; one of them. */
  readonly actions?: readonly string[];
  /** `page`, `image`, or the name of a content type; one of them. */
  readonly subjectTypes?: readonly string[];
  /** Id or key of the subject; needs one subject type beside it. */
  readonly subject?: string;
  /** Id of the account that acted; `system` for Pipit's own work. */
  readonly user?: number | 'system';
  /** Words of what the subject was called then, or of who acted. */
  readonly q?: string;
  /** Not before, and before: moments. */
  readonly from?: Date;
  readonly until?: Date;
  /** One request, or one operation on many things. */
  readonly request?: string;
}

/** The filter as conditions on the rows of `alias`. */
export function filterConditions(filter: AuditFilter, alias: string, values: SqlValues): string[] {
  const found: string[] = [];
  const { actions, subjectTypes, subject, user, q, from, until, request } = filter;
  if (actions) found.push(`${alias}.action = ANY(${values.add(actions)}::text[])`);
  // Sessions that go on say nothing of what anybody did.
  else found.push(`${alias}.action <> 'user.refreshSession'`);
  if (subjectTypes) found.push(`${alias}.subject_type = ANY(${values.add(subjectTypes)}::text[])`);
  if (subject !== undefined) found.push(subjectCondition(subject, alias, values));
  if (user === 'system') found.push(`${alias}.actor_kind = 'system'`);
  else if (user !== undefined) found.push(`${alias}.user_id = ${values.add(user)}`);
  if (from) found.push(`${alias}.at >= ${values.add(from)}`);
  if (until) found.push(`${alias}.at < ${values.add(until)}`);
  if (request) found.push(`${alias}.request_id = ${values.add(request)}`);
  for (const word of q?.split(/\s+/).filter(Boolean) ?? []) {
    const pattern = values.add(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
    found.push(`(${alias}.subject_label ILIKE ${pattern} OR ${alias}.actor_label ILIKE ${pattern})`);
  }
  return found;
}

/** Numbers are kept as numbers, all other keys as text. */
function subjectCondition(subject: string, alias: string, values: SqlValues): string {
  if (/^[1-9]\d{0,8}$/.test(subject)) return `${alias}.subject_id = ${values.add(Number(subject))}`;
  return `${alias}.subject_key = ${values.add(subject)}`;
}
