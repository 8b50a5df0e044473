import type { Project } from '@pipit/cms';

/** A project that declares nothing: what Pipit weighs by itself. */
export const nothing: Project = { name: 'nothing', types: [], migrations: [], migrationsDir: 'test/sites/nothing' };

export default nothing;
