import type { Project } from '@pipit/cms';
import { newsletter } from '@pipit/contrib/newsletter';
import { migrations } from './migrations/index.js';
import { StartPage } from './types/start-page.js';

/** A site with a plugin. */
export const plugged: Project = {
  name: 'plugged',
  types: [StartPage],
  plugins: [newsletter({ sender: 'news@example.org' })],
  migrations,
  migrationsDir: 'test/sites/plugged/migrations',
};

export default plugged;
