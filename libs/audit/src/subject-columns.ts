import type { AuditSubject } from '@pipit/kernel';
import type { AuditEntry } from './audit-entry.entity.js';

/** The largest number the column of ids holds; keys beyond it are kept as text. */
const MAX_ID = 2_147_483_647;

/** How the log names a subject. */
export function subjectColumns({
  type,
  id,
}: Pick<AuditSubject, 'type' | 'id'>): Pick<AuditEntry, 'subjectType' | 'subjectId' | 'subjectKey'> {
  const isId = typeof id === 'number' && Math.abs(id) <= MAX_ID;
  return { subjectType: type, subjectId: isId ? id : 0, subjectKey: isId ? null : String(id) };
}
