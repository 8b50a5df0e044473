import type { AuditEntry } from '../audit-entry.entity.js';

/** Which fields an entry may name, and what they are called today. */
export interface ToldFields {
  isReadable(field: string): boolean;
  currentName(field: string): string;
}

/** What an entry tells beside its action: of the fields it names, those alone which the caller may know. */
export function toldTo({ data }: Pick<AuditEntry, 'data'>, fields: ToldFields): AuditEntry['data'] {
  const names = data['fields'];
  if (!Array.isArray(names)) return data;
  const told = names.map((name) => fields.currentName(String(name))).filter((name) => fields.isReadable(name));
  return { ...data, fields: [...new Set(told)] };
}
