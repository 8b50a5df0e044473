import { manage, type Project } from '@pipit/cms';
import { migrations } from './migrations/index.js';
import { Agency } from './types/agency.js';
import { Author } from './types/author.js';
import { Member } from './types/member.js';
import { Notice } from './types/notice.js';
import { Lending, Opening } from './types/settings.js';
import { Shelf } from './types/shelf.js';

/** A site whose content lies beside the tree: snippets, a plain entity, settings. */
export const readingRoom: Project = {
  name: 'reading-room',
  types: [Shelf, Author, Agency, Notice, Opening, Lending],
  models: [
    manage(Member, { app: 'reading', icon: 'user', titleField: 'name', description: 'Who may take books home' }),
  ],
  migrations,
  migrationsDir: 'test/sites/reading-room/migrations',
};

export default readingRoom;
