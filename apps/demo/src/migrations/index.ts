/** Migrations of the demo's tables in the order they run. */
export const migrations = [];
