import { Initial1795264565612 } from './1795264565612-initial.js';
/** Migrations in the order they run. */
export const migrations = [
  Initial1795264565612,
];
