import { Initial1795289708480 } from './1795289708480-initial.js';

/** Migrations in the order they run. */
export const migrations = [Initial1795289708480];
