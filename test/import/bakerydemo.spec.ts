import { bakerydemo } from '../sites/bakerydemo/index.js';
import { listedPairs, storedPairs, tyingPairs } from './support/links.js';
import { describeImport, type Imported } from './support/no-loss.js';
import { expectSameContent } from './support/revisions.js';

describeImport(bakerydemo, [['bakerydemo', 'fixture.json']], (imported) => {
  it('keeps ingredients of breads and tags of posts', async () => {
    const { database, of } = imported();
    const ingredients = await storedPairs(database, 'breads_bread_page_ingredients');
    expect(ingredients).toEqual(listedPairs(of('breads.breadpage'), 'ingredients'));
    const tags = await storedPairs(database, 'blog_blog_page_tags');
    expect(tags).toEqual(tyingPairs(of('blog.blogpagetag'), 'content_object', 'tag'));
  });

  it('keeps who belongs to which group', async () => {
    const members: { email: string; name: string }[] = await imported().database.query(
      `SELECT u.email, g.name FROM user_group_member m JOIN user_account u ON u.id = m.user_id
         JOIN user_group g ON g.id = m.group_id ORDER BY u.id`,
    );
    const expected = imported()
      .of('auth.user')
      .flatMap(({ fields }) => (fields['groups'] as string[][]).map(([name]) => ({ email: fields['email'], name })));
    expect(members).toEqual(expected);
  });

  it('lets nobody in before they have a new password', async () => {
    const [row]: { count: number }[] = await imported().database.query(
      'SELECT count(*)::int AS count FROM user_account WHERE password_hash IS NOT NULL',
    );
    expect(row!.count).toBe(0);
  });

  it('keeps the content of every revision', async () => {
    const snapshots = await snapshotsOf(imported());
    for (const row of imported().of('wagtailcore.revision')) expectSameContent(row, snapshots.get(row.pk), imported());
    expect(snapshots.size).toBe(imported().of('wagtailcore.revision').length);
  });

  it('knows child items by the same identity in live content and in revisions', async () => {
    const [row]: { strangers: number }[] = await imported().database.query(
      `SELECT count(*)::int AS strangers FROM page p JOIN revision r ON r.id = p.live_revision_id,
              jsonb_array_elements(r.snapshot->'fields'->'hours_of_operation') AS hours
        WHERE NOT EXISTS (SELECT FROM locations_location_operating_hours h WHERE h.uuid::text = hours->>'id')`,
    );
    expect(row!.strangers).toBe(0);
  });

  it('gives every live page its address', async () => {
    const addresses: { id: number; path: string }[] = await imported().database.query(
      'SELECT page_id AS id, path FROM page_url WHERE is_current ORDER BY page_id',
    );
    const below = imported()
      .of('wagtailcore.page')
      .filter(({ fields }) => Number(fields['depth']) > 1)
      .map(({ pk, fields }) => ({ id: pk, path: String(fields['url_path']).replace('/home', '') }));
    expect(addresses).toEqual(below.sort((a, b) => a.id - b.id));
  });

  it('tells the audit log of every page, once', async () => {
    const [row]: { count: number }[] = await imported().database.query(
      `SELECT count(DISTINCT subject_id)::int AS count FROM audit_entry WHERE action = 'page.import'`,
    );
    expect(row!.count).toBe(imported().of('wagtailcore.page').length - 1);
  });

  it('is found again by the reference index', async () => {
    const relations = ['blog.blogpersonrelationship', 'recipes.recipepersonrelationship'].flatMap(imported().of);
    const person = relations[0]!.fields['person'];
    const rows: { id: number }[] = await imported().database.query(
      `SELECT DISTINCT source_id AS id FROM reference WHERE source_type = 'page' AND live
          AND target_type = 'base.Person' AND target_id = $1 ORDER BY 1`,
      [person],
    );
    const pages = relations
      .filter(({ fields }) => fields['person'] === person)
      .map(({ fields }) => Number(fields['page']));
    expect(rows.map((row) => row.id)).toEqual([...new Set(pages)].sort((a, b) => a - b));
  });
});

type Snapshots = Map<number, { base: Record<string, unknown>; fields: Record<string, unknown> }>;

async function snapshotsOf({ database }: Imported): Promise<Snapshots> {
  const rows: { id: number; snapshot: never }[] = await database.query('SELECT id, snapshot FROM revision');
  return new Map(rows.map(({ id, snapshot }) => [id, snapshot]));
}
