import { CharField, SchemaComparison, SettingsContent, SettingsType, SnippetContent, SnippetType } from '@pipit/cms';
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

/** Settings, of which permissions are taken. */
@SettingsType<Social>({ app: 'kinds', scope: 'site' })
class Social extends SettingsContent {
  @CharField() mastodon!: string;
}
@SettingsType<Opening>({ app: 'kinds', scope: 'site' })
class Opening extends SettingsContent {
  @CharField() hours!: string;
}

const site: SiteDefinition = { ...kinds, types: [...kinds.types, Notice, Social, Opening] };
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

const pageRevision = (id: number, title: string, approved: string | null) => ({
  ...revision(id, title),
  content_type: ['kinds', 'kindspage'],
  base_content_type: ['wagtailcore', 'page'],
  approved_go_live_at: approved,
  content: { pk: id, title, slug: `page-${id}`, char_field: title },
});

const mayChange = (group: number, settings: string) => ({
  group,
  site: ['localhost', 80],
  permission: [`change_${settings}`, 'kinds', settings],
});

describe('imported drafts', () => {
  beforeAll(async () => {
    const given = new SmallExport()
      .add('kinds.notice', 1, { title: 'Public', live: true, first_published_at: '2024-01-01T00:00:00Z' })
      .add('kinds.notice', 2, { title: 'Draft', live: false, has_unpublished_changes: true, latest_revision: 7 })
      .add('kinds.notice', 3, { title: 'Old', live: true, has_unpublished_changes: true, latest_revision: 8 })
      .add('wagtailcore.revision', 7, revision(2, 'Draft'))
      .add('wagtailcore.revision', 8, revision(3, 'New'))
      .add('auth.group', 51, { name: 'Webmasters', permissions: [['change_social', 'kinds', 'social']] })
      .add('auth.group', 52, { name: 'Press', permissions: [] })
      .add('wagtailcore.groupsitepermission', 1, mayChange(51, 'social'))
      .add('wagtailcore.groupsitepermission', 2, mayChange(51, 'opening'))
      .add('wagtailcore.groupsitepermission', 3, mayChange(52, 'social'))
      .addPage(20, 'planned')
      .change('wagtailcore.page', 20, { live: false, latest_revision: 11, expire_at: '2099-02-01T00:00:00Z' })
      .addPage(21, 'ending')
      .change('wagtailcore.page', 21, { expire_at: '2099-03-01T00:00:00Z' })
      .addPage(22, 'wished')
      .change('wagtailcore.page', 22, { live: false, go_live_at: '2099-01-01T00:00:00Z' })
      .add('wagtailcore.revision', 10, pageRevision(20, 'First', '2098-01-01T00:00:00Z'))
      .add('wagtailcore.revision', 11, pageRevision(20, 'Second', '2099-01-01T09:30:00Z'));
    let text = '';
    const output = { write: (part: string) => (text += part) };
    const args = { fixture: given.write(), media: given.media, allowSkips: true };
    const code = await importWagtailCommand(world.importer, site.importMapping, args, output);
    expect([code, code === 0 ? '' : text]).toEqual([0, '']);
    expect(text).toContain('this group did not have all of them there');
  }, 60_000);

  it('of snippets are as public as they were, with the drafts they had', async () => {
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

  it('come with who may change settings, everywhere or all of one site, and with nobody who could change more than before', async () => {
    const grants: unknown[] = await world.database.query(
      `SELECT g.name, p.permission, p.scope_type AS type, p.scope_id AS site FROM group_permission p
         JOIN user_group g ON g.id = p.group_id WHERE p.permission = 'settings.edit' AND g.name IN ('Webmasters', 'Press')
        ORDER BY type NULLS LAST`,
    );
    expect(grants).toEqual([
      { name: 'Webmasters', permission: 'settings.edit', type: 'kinds.Social', site: null },
      { name: 'Webmasters', permission: 'settings.edit', type: null, site: 1 },
    ]);
  });

  it('that were approved for a time go live at it; what has an end goes offline then', async () => {
    const rows: unknown[] = await world.database.query(
      `SELECT subject_id AS page, kind, at, zone, revision_id AS revision FROM schedule ORDER BY subject_id, kind DESC`,
    );
    const planned = (page: number, kind: string, at: string, revision: number | null) => ({
      page,
      kind,
      at: new Date(at),
      zone: 'UTC',
      revision,
    });
    expect(rows).toEqual([
      planned(20, 'goLive', '2099-01-01T09:30:00Z', 11),
      planned(20, 'expire', '2099-02-01T00:00:00Z', null),
      planned(21, 'expire', '2099-03-01T00:00:00Z', null),
    ]);
    const [page]: unknown[] = await world.database.query('SELECT live, go_live_at AS at FROM page WHERE id = 20');
    expect(page).toEqual({ live: false, at: new Date('2099-01-01T09:30:00Z') });
  });
});
