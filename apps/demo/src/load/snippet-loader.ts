import type { INestApplicationContext } from '@nestjs/common';
import { CreateSnippet, EditSnippet, type WriteCtx } from '@pipit/cms';
import { announcements, categories, people } from '../content/index.js';
import type { SeedIds } from './seed-ids.js';

/** People and categories, which pages point at. */
export async function loadSnippets(app: INestApplicationContext, ctx: WriteCtx, ids: SeedIds): Promise<void> {
  const create = app.get(CreateSnippet);
  for (const { key, fields } of people) {
    ids.add('person', key, await create.run(ctx, { type: 'demo.Person', fields: ids.resolve(fields, 'en') }));
  }
  for (const { key, fields } of categories) {
    ids.add('category', key, await create.run(ctx, { type: 'demo.Category', fields: ids.resolve(fields, 'en') }));
  }
}

/** Announcements, which point at pages. */
export async function loadAnnouncements(app: INestApplicationContext, ctx: WriteCtx, ids: SeedIds): Promise<void> {
  const type = 'demo.Announcement';
  for (const seed of announcements) {
    const fields = ids.resolve(seed.fields, 'en');
    const id = await app.get(CreateSnippet).run(ctx, { type, fields, publish: seed.is !== 'draft' });
    if (seed.is !== 'changed') continue;
    const change = { type, id, baseVersion: 1, fields: ids.resolve(seed.draft, 'en') };
    await app.get(EditSnippet).run(ctx, change);
  }
}
