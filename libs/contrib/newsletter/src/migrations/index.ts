import { Initial1795268348501 } from './1795268348501-initial.js';
/** Migrations in the order they run. */
export const migrations = [
  Initial1795268348501,
];
