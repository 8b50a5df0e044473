import type { AuditEntry } from '../audit-entry.entity.js';

/** What an entry tells beside its action: of the fields it names, those alone which the caller may know. */
export function toldTo({ data }: Pick<AuditEntry, 'data'>, isReadable: (field: string) => boolean): AuditEntry['data'] {
  const names = data['fields'];
  return Array.isArray(names) ? { ...data, fields: names.map(String).filter(isReadable) } : data;
}
