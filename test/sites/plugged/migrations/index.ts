import { Initial1795268348490 } from './1795268348490-initial.js';
/** Migrations in the order they run. */
export const migrations = [
  Initial1795268348490,
];
