import { Initial1795265901979 } from './1795265901979-initial.js';
/** Migrations in the order they run. */
export const migrations = [
  Initial1795265901979,
];
