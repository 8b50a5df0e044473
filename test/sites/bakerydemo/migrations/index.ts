import { Initial1795254751541 } from './1795254751541-initial.js';
/** Migrations in the order they run. */
export const migrations = [
  Initial1795254751541,
];
