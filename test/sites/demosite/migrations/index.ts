import { Initial1795254745524 } from './1795254745524-initial.js';
/** Migrations in the order they run. */
export const migrations = [
  Initial1795254745524,
];
