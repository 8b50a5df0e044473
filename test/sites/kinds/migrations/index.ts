import { Initial1795254756283 } from './1795254756283-initial.js';
/** Migrations in the order they run. */
export const migrations = [
  Initial1795254756283,
];
