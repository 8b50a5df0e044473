import { IMPORTS, fill, post } from './blog.js';
import { TempProject } from './temp-project.js';

describe('makemigrations', () => {
  let project: TempProject;
  beforeEach(async () => {
    project = await TempProject.create();
  }, 60_000);
  afterEach(() => project.end());

  async function released(source: string): Promise<void> {
    project.declare(source);
    await project.must(['migrate'], ['makemigrations', '--name', 'first'], ['migrate']);
  }

  it('renames a field with its column, its drafts, its revisions and what is not saved yet', async () => {
    await released(post('@TextField() summary: string;'));
    await fill(project);
    project.declare(post('@TextField() lead: string;'));
    const refused = await project.run(['makemigrations']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('drops the column blog_blog_post.summary (3 rows)');
    expect(refused.err).toContain('--rename BlogPost.summary=lead');
    expect(project.files()).toHaveLength(1);

    await project.must(['makemigrations', '--name', 'lead', '--rename', 'BlogPost.summary=lead'], ['migrate']);
    expect(project.read(project.files()[1]!)).toContain(`RENAME COLUMN "summary" TO "lead"`);
    const rows = await project.sql(`SELECT lead FROM blog_blog_post ORDER BY page_id`);
    expect(rows).toEqual([2, 3, 4].map((id) => ({ lead: `about ${id}` })));
    const drafts = await project.sql(`SELECT snapshot->'fields' AS fields FROM revision ORDER BY id`);
    expect(drafts).toEqual([2, 3, 4].map((id) => ({ fields: { lead: `draft ${id}` } })));
    expect(await project.sql(`SELECT snapshot->'fields' AS fields FROM working_copy`)).toEqual([
      { fields: { lead: 'unsaved' } },
    ]);
    expect(await project.must(['makemigrations', '--check'])).toBe('No changes.\n');

    await project.must(['revert']);
    expect(await project.sql(`SELECT summary FROM blog_blog_post WHERE page_id = 2`)).toEqual([{ summary: 'about 2' }]);
    expect((await project.sql(`SELECT snapshot->'fields' AS fields FROM revision`))[0]).toEqual({
      fields: { summary: 'draft 2' },
    });
  }, 120_000);

  it('renames a type with its table, joins, rows, drafts and what is written of it elsewhere', async () => {
    const topic = `@SnippetType({ app: 'blog', titleField: 'name' }) class Topic extends SnippetContent { @CharField() name: string; }`;
    await released(`${IMPORTS} ${topic}
      @ItemType({ app: 'blog' }) class Author extends ChildItem { @CharField() name: string; }
      @PageType({ app: 'blog' }) class BlogPost extends PageContent {
        @TextField() summary: string; @SnippetsField(() => Topic) topics: Topic[]; @ChildItems(() => Author) authors: Author[]; }
      const types = [BlogPost, Topic];`);
    await fill(project);
    await project.sql(`
      INSERT INTO blog_topic (uuid, name) VALUES (gen_random_uuid(), 'Bees');
      INSERT INTO blog_blog_post_topics (blog_blog_post_page_id, blog_topic_id) SELECT 2, id FROM blog_topic;
      INSERT INTO blog_author (uuid, owner_id, name) VALUES (gen_random_uuid(), 2, 'Ada');
      UPDATE revision SET snapshot = jsonb_set(snapshot, '{fields,authors}', '[{"id": "u", "name": "Ada"}]') WHERE subject_id = 2`);
    project.declare(`${IMPORTS} ${topic}
      @ItemType({ app: 'blog', was: 'Author' }) class Writer extends ChildItem { @CharField({ was: 'name' }) fullName: string; }
      @PageType({ app: 'blog', was: 'BlogPost' }) class Article extends PageContent {
        @TextField() summary: string; @SnippetsField(() => Topic, { was: 'topics' }) themes: Topic[];
        @ChildItems(() => Writer, { was: 'authors' }) writers: Writer[]; }
      const types = [Article, Topic];`);
    await project.must(['makemigrations', '--name', 'articles'], ['migrate']);
    const source = project.read(project.files()[1]!);
    expect(source).not.toMatch(/DROP|CREATE|ADD "/);
    expect(source).toContain('RENAME TO "blog_article_themes"');
    expect(await project.must(['makemigrations', '--check'])).toBe('No changes.\n');
    const [kept] = await project.sql(`
      SELECT page.type, a.summary, w.full_name AS writer, t.name AS theme, r.content_type, r.snapshot->'fields' AS fields
        FROM blog_article a JOIN page ON page.id = a.page_id JOIN blog_writer w ON w.owner_id = a.page_id
        JOIN blog_article_themes j ON j.blog_article_page_id = a.page_id JOIN blog_topic t ON t.id = j.blog_topic_id
        JOIN revision r ON r.subject_id = page.id`);
    expect(kept).toEqual({
      type: 'blog.Article',
      summary: 'about 2',
      writer: 'Ada',
      theme: 'Bees',
      content_type: 'blog.Article',
      fields: { summary: 'draft 2', writers: [{ id: 'u', fullName: 'Ada' }] },
    });
    await project.must(['revert']);
    expect(
      await project.sql(`SELECT name FROM blog_author JOIN blog_blog_post_topics ON blog_blog_post_page_id = owner_id`),
    ).toEqual([{ name: 'Ada' }]);
  }, 240_000);

  it('leaves alone what was made by hand, widens types in place, and refuses what loses data', async () => {
    const fields = '@IntegerField() size: number; @CharField({ maxLength: 50 }) code: string;';
    await released(post(`@TextField() summary: string; ${fields}`));
    await fill(project);
    await project.sql(`
      UPDATE blog_blog_post SET code = 'kept';
      CREATE INDEX by_hand_partial ON blog_blog_post (size) WHERE size > 3;
      CREATE INDEX by_hand_expression ON blog_blog_post (lower(code));
      CREATE UNIQUE INDEX by_hand_both ON blog_blog_post (page_id, lower(code));
      CREATE TABLE by_hand (id int PRIMARY KEY, name text);
      ALTER TABLE blog_blog_post ADD CONSTRAINT by_hand_check CHECK (size IS NULL OR size > 0),
        ADD CONSTRAINT by_hand_unique UNIQUE (size), ADD CONSTRAINT by_hand_key FOREIGN KEY (size) REFERENCES by_hand (id);
      CREATE FUNCTION by_hand() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
      CREATE TRIGGER by_hand BEFORE UPDATE ON blog_blog_post FOR EACH ROW EXECUTE FUNCTION by_hand()`);
    expect(await project.must(['makemigrations', '--check'])).toBe('No changes.\n');

    project.declare(post(`@TextField() summary: string; ${fields.replace('50', '80')}`));
    await project.must(['makemigrations', '--name', 'longer codes'], ['migrate']);
    const widened = project.read(project.files()[1]!);
    expect(widened).toContain(`ALTER COLUMN "code" TYPE character varying(80) USING "code"::character varying(80)`);
    expect(await project.sql(`SELECT DISTINCT code FROM blog_blog_post`)).toEqual([{ code: 'kept' }]);
    expect(await project.sql(`SELECT count(*)::int AS n FROM pg_class WHERE relname LIKE 'by_hand%'`)).toEqual([
      { n: 6 },
    ]);

    project.declare(`${IMPORTS} @PageType({ app: 'blog' }) class Other extends PageContent {} const types = [Other];`);
    const gone = await project.run(['makemigrations']);
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('drops the table blog_blog_post (3 rows)')]);
    project.declare(
      post(`@TextField() summary: string; @IntegerField() size: number; @CharField({ maxLength: 20 }) code: string;`),
    );
    const narrow = await project.run(['makemigrations']);
    expect(narrow.err).toContain('from character varying(80) to character varying(20)');
    expect(project.files()).toHaveLength(2);
    await project.must(['makemigrations', '--allow-destructive', '--name', 'short codes'], ['migrate']);
    expect(await project.must(['makemigrations', '--check'])).toBe('No changes.\n');
  }, 240_000);

  it('merges two branches: a fresh and an upgraded database end with one schema', async () => {
    await released(post('@TextField() summary: string;'));
    const before = project.read('index.ts');
    project.declare(post('@TextField() summary: string; @CharField() left: string;'));
    await project.must(['makemigrations', '--name', 'left']);
    const leftFile = project.files()[1]!;
    const left = project.read(leftFile);
    project.remove(leftFile);
    project.write('index.ts', before);
    project.declare(post('@TextField() summary: string; @IntegerField() right: number;'));
    await project.must(['makemigrations', '--name', 'right'], ['migrate']);

    project.write(leftFile, left);
    const leftName = /class (\w+)/.exec(left)![1]!;
    project.write(
      'index.ts',
      `import { ${leftName} } from './${leftFile.replace('.ts', '.js')}';\n${project.read('index.ts').replace('= [', `= [${leftName}, `)}`,
    );
    project.declare(post('@TextField() summary: string; @CharField() left: string; @IntegerField() right: number;'));
    const refused = await project.run(['migrate']);
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/two ends, Left\d+ and Right\d+.*--merge/)]);
    await project.must(['makemigrations', '--merge'], ['migrate']);
    expect(project.read(project.files()[3]!)).toMatch(/after = \['Left\d+', 'Right\d+'\]/);
    expect(await project.must(['makemigrations', '--check'])).toBe('No changes.\n');
    const upgraded = await schemaOf(project);
    await project.freshDatabase();
    await project.must(['migrate']);
    expect(await schemaOf(project)).toEqual(upgraded);
  }, 240_000);
});

describe('migrate', () => {
  let project: TempProject;
  beforeAll(async () => {
    project = await TempProject.create();
    project.declare(`${IMPORTS} const types = [];`);
    const made = (name: string, up: string, down: string): string => `export class ${name} {
      name = '${name}'; async up(r) { ${up} } async down(r) { ${down} } }`;
    project.write(
      '1700000000001-a.ts',
      made('Apple1796000000001', 'await r.query(`CREATE TABLE apple (id int)`);', 'await r.query(`DROP TABLE apple`);'),
    );
    project.write(
      '1700000000002-b.ts',
      made(
        'Berry1796000000002',
        'await r.query(`CREATE TABLE berry (id int)`); await r.query(`SELECT 1 / (SELECT count(*) FROM apple)`);',
        'await r.query(`DROP TABLE berry`);',
      ),
    );
    project.write(
      'index.ts',
      `import { Apple1796000000001 } from './1700000000001-a.js';
      import { Berry1796000000002 } from './1700000000002-b.js';
      export const migrations = [Apple1796000000001, Berry1796000000002];`,
    );
  }, 60_000);
  afterAll(() => project.end());
  const tables = async (): Promise<string[]> =>
    (
      await project.sql<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relname IN ('apple', 'berry') ORDER BY 1`,
      )
    ).map(({ name }) => name);

  it('plans, fails without a trace, goes up and down to a migration, and fakes', async () => {
    const plan = await project.must(['migrate', '--plan']);
    expect(plan).toMatch(/-- Initial\d+\n[^]*-- Apple1796000000001\nCREATE TABLE apple \(id int\);/);
    expect(await tables()).toEqual([]);

    const failed = await project.run(['migrate']);
    expect([failed.code, failed.err]).toEqual([
      1,
      expect.stringContaining('Berry1796000000002 failed: division by zero'),
    ]);
    expect(failed.out).toContain('Ran Apple1796000000001');
    expect(await tables()).toEqual(['apple']);

    await project.sql('INSERT INTO apple VALUES (1)');
    await project.must(['migrate']);
    expect(await tables()).toEqual(['apple', 'berry']);
    expect(await project.must(['sqlmigrate', 'berry', '--down'])).toBe('DROP TABLE berry;\n');
    await project.must(['migrate', 'apple']);
    expect(await tables()).toEqual(['apple']);

    await project.must(['migrate', '--fake']);
    expect(await tables()).toEqual(['apple']);
    expect(await project.must(['showmigrations'])).toContain('[x] Berry1796000000002');
  }, 240_000);

  it('is no way to serve a database that is ahead of the code', async () => {
    await project.sql(`INSERT INTO pipit_migration ("timestamp", name) VALUES (1, 'FromTheFuture1')`);
    const server = await project.run([], 'main');
    expect([server.code, server.err]).toEqual([1, expect.stringContaining('ahead of this code: FromTheFuture1')]);
    expect(await project.must(['showmigrations'])).toContain('[?] FromTheFuture1');
  }, 120_000);
});

/** Everything the catalogue says about columns, constraints and indexes, in no order but that of names. */
async function schemaOf(project: TempProject): Promise<unknown[]> {
  return project.sql(`
    SELECT table_name, column_name, data_type, is_nullable, column_default, character_maximum_length::text AS more
      FROM information_schema.columns WHERE table_schema = 'public'
     UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '', '' FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT tablename, indexname, indexdef, '', '', '' FROM pg_indexes WHERE schemaname = 'public'
     ORDER BY 1, 2, 3`);
}
