/** Migrations in the order they run. */
export const migrations = [];
