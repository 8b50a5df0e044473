/** The audit log: who did what to which subject. */
export { AuditEntry } from './audit-entry.entity.js';
export { AuditModule } from './audit.module.js';
export { toldTo, type ToldFields } from './queries/told.js';
export { authorOf, history, historyOfType } from './queries/history.js';
