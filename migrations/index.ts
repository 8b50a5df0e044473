import { Initial1795000000000 } from './1795000000000-initial.js';
import { FirstRows1795000000001 } from './1795000000001-first-rows.js';
import { AuditSubjectKeys1795265433387 } from './1795265433387-audit-subject-keys.js';
import { ReferenceKeys1795275138208 } from './1795275138208-reference-keys.js';

/** Migrations of Pipit's own tables in the order they run. */
export const migrations = [
  Initial1795000000000,
  FirstRows1795000000001,
  AuditSubjectKeys1795265433387,
  ReferenceKeys1795275138208,
];
