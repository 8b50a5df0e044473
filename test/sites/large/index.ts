import type { Project } from '@pipit/cms';
import { largeTypes } from './types.js';

/** A project as large as projects get: 150 types, 2,000 fields, 500 blocks. */
export const large: Project = {
  name: 'large',
  types: largeTypes(),
  migrations: [],
  migrationsDir: 'test/sites/large/migrations',
};

export default large;
