import type { AuditMatch } from '../../api';

/** What the address of the audit log says: shareable, and back returns to it. */
export interface AuditSearch {
  q?: string;
  action?: string;
  user?: string;
  type?: string;
  subject?: string;
  /** Days, `2026-11-21`. */
  from?: string;
  until?: string;
  request?: string;
}
const day = /^\d{4}-\d\d-\d\d$/;
const names = ['q', 'action', 'user', 'type', 'subject', 'from', 'until', 'request'] as const;

/** Reads the search part of an address; what makes no sense is left out. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const read: AuditSearch = {};
  for (const name of names) {
    const value = search[name];
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text === '') continue;
    if ((name === 'from' || name === 'until') && !day.test(text)) continue;
    read[name] = text;
  }
  return read;
}

const startOf = (text: string, daysLater = 0): string => {
  const [year, month, date] = text.split('-').map(Number);
  return new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + daysLater).toISOString();
};

/** The request for it. Days are those of the person's own clock; the last one is included. */
export function auditMatch({ q, action, user, type, subject, from, until, request }: AuditSearch): AuditMatch {
  return {
    ...(q ? { q } : {}),
    ...(action ? { actions: action } : {}),
    ...(user ? { user } : {}),
    ...(type ? { subjectTypes: type } : {}),
    ...(type && subject ? { subject } : {}),
    ...(from ? { from: startOf(from) } : {}),
    ...(until ? { until: startOf(until, 1) } : {}),
    ...(request ? { request } : {}),
  };
}
