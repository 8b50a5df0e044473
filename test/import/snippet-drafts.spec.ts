import { CharField, SchemaComparison, SnippetContent, SnippetType } from '@pipit/cms';
import { importWagtailCommand } from '@pipit/contrib/wagtail-import';
import { kinds } from '../sites/kinds/index.js';
import type { SiteDefinition } from '../sites/site-definition.js';
import { useTestDatabase } from '../support/database.js';
import { SmallExport } from './support/small-export.js';
import { migrated, openWorld, type ImportWorld } from './world.js';

/** A snippet that has drafts on both sides. */
@SnippetType<Notice>({ app: 'kinds', drafts: true })
class Notice extends SnippetContent {
  @CharField({ maxLength: 60 }) title!: string;
}

const site: SiteDefinition = { ...kinds, types: [...kinds.types, Notice] };
const database = useTestDatabase('site_kinds_notices', async (url) => {
  await migrated(kinds)(url);
  const world = await openWorld(site, url);
  for (const sql of (await world.app.get(SchemaComparison).compare(site)).project.up) await world.database.query(sql);
  await world.close();
});
let world: ImportWorld;

beforeAll(async () => {
  world = await openWorld(site, database().url);
}, 120_000);
afterAll(() => world.close());

const revision = (id: number, title: string) => ({
  content_type: ['kinds', 'notice'],
  base_content_type: ['kinds', 'notice'],
  object_id: String(id),
  created_at: '2025-01-02T03:04:05Z',
  object_str: title,
  content: { pk: id, title },
});

describe('imported snippets of a type with drafts', () => {
  it('are as public as they were, with the drafts they had', async () => {
    const given = new SmallExport()
      .add('kinds.notice', 1, { title: 'Public', live: true, first_published_at: '2024-01-01T00:00:00Z' })
      .add('kinds.notice', 2, { title: 'Draft', live: false, has_unpublished_changes: true, latest_revision: 7 })
      .add('kinds.notice', 3, { title: 'Old', live: true, has_unpublished_changes: true, latest_revision: 8 })
      .add('wagtailcore.revision', 7, revision(2, 'Draft'))
      .add('wagtailcore.revision', 8, revision(3, 'New'));
    let text = '';
    const output = { write: (part: string) => (text += part) };
    const args = { fixture: given.write(), media: given.media };
    const code = await importWagtailCommand(world.importer, site.importMapping, args, output);
    expect([code, code === 0 ? '' : text]).toEqual([0, '']);
    const rows: unknown[] = await world.database.query(
      `SELECT title, live, has_unpublished_changes AS changed, latest_revision_id AS latest,
              first_published_at IS NOT NULL AS published FROM kinds_notice ORDER BY id`,
    );
    expect(rows).toEqual([
      { title: 'Public', live: true, changed: false, latest: null, published: true },
      { title: 'Draft', live: false, changed: true, latest: 7, published: false },
      { title: 'Old', live: true, changed: true, latest: 8, published: false },
    ]);
    const [draft]: { title: string }[] = await world.database.query(
      `SELECT snapshot->'fields'->>'title' AS title FROM revision WHERE id = 8 AND subject_type = 'kinds.Notice'`,
    );
    expect(draft?.title).toBe('New');
  });
});
