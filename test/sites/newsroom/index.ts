import type { Project } from '@pipit/cms';
import { migrations } from './migrations/index.js';
import { Article, Author, Section } from './types.js';

/** A site of many articles, to measure what reading them costs. */
export const newsroom: Project = {
  name: 'newsroom',
  types: [Section, Article, Author],
  migrations,
  migrationsDir: 'test/sites/newsroom/migrations',
};

export default newsroom;
