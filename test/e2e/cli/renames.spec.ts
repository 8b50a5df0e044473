import { IMPORTS, fill, post } from './blog.js';
import { TempProject } from './temp-project.js';

describe('what was renamed', () => {
  let project: TempProject;
  beforeAll(async () => {
    project = await TempProject.create();
    project.declare(post('@TextField() summary: string;'));
    await project.must(['migrate'], ['makemigrations', '--name', 'first'], ['migrate']);
    await fill(project);
  }, 120_000);
  afterAll(() => project.end());

  it.each([
    ['--rename', 'BlogPost.sumary=lead', 'BlogPost.sumary=lead: BlogPost has no field sumary in the database'],
    ['--rename', 'BlogPost.summary=leed', 'BlogPost.summary=leed: BlogPost declares no field leed'],
    ['--rename', 'BlogPots.summary=lead', 'BlogPots.summary=lead: no declared type is called BlogPots'],
    ['--rename-type', 'BlogPots=BlogPost', 'BlogPots=BlogPost: the database has no type BlogPots'],
    ['--rename-type', 'BlogPost=Article', 'BlogPost=Article: no declared type is called Article'],
    ['--rename', 'summary', '“summary” is no rename'],
  ])(
    'is refused where nothing is, or was, called so: %s %s',
    async (option, text, message) => {
      project.declare(post('@TextField() lead: string;'));
      const ended = await project.run(['makemigrations', option, text]);
      expect([ended.code, ended.err]).toEqual([1, expect.stringContaining(message)]);
      expect(project.files()).toHaveLength(1);
    },
    60_000,
  );

  it('is asked for on a terminal: no drops, which is refused; yes renames', async () => {
    project.declare(post('@TextField() lead: string;'));
    const no = await project.onTerminal(['makemigrations'], ['n']);
    expect([no.code, no.out]).toEqual([1, expect.stringContaining('Was blog.BlogPost.summary renamed to lead? [y/N]')]);
    expect(no.out).toContain('drops the column blog_blog_post.summary (3 rows)');
    const yes = await project.onTerminal(['makemigrations', '--name', 'lead'], ['y']);
    expect([yes.code, yes.out]).toEqual([0, expect.stringContaining('Wrote ')]);
    expect(project.read(project.files()[1]!)).toContain('RENAME COLUMN "summary" TO "lead"');
    await project.must(['migrate']);
  }, 120_000);

  it('may be a type, said by an option', async () => {
    project.declare(post('@TextField() lead: string;', 'Article'));
    const refused = await project.run(['makemigrations']);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--rename-type BlogPost=Article')]);
    await project.sql(`
      INSERT INTO user_group (name) VALUES ('Bees');
      INSERT INTO group_permission (group_id, permission, scope_kind, scope_type)
      SELECT g.id, 'page.view', 'type', t FROM user_group g, unnest('{blog.BlogPost,blog.Article}'::text[]) t WHERE g.name = 'Bees';
      INSERT INTO group_permission (group_id, permission, scope_kind, scope_type)
      SELECT id, 'page.edit', 'type', 'blog.BlogPost' FROM user_group WHERE name = 'Bees'`);
    await project.must(['makemigrations', '--rename-type', 'BlogPost=Article', '--name', 'articles'], ['migrate']);
    expect(await project.sql(`SELECT DISTINCT type FROM page JOIN blog_article ON page_id = page.id`)).toEqual([
      { type: 'blog.Article' },
    ]);
    const grants = await project.sql(
      `SELECT permission, scope_type FROM group_permission JOIN user_group g ON g.id = group_id WHERE g.name = 'Bees' ORDER BY 1`,
    );
    expect(grants).toEqual([
      { permission: 'page.edit', scope_type: 'blog.Article' },
      { permission: 'page.view', scope_type: 'blog.Article' },
    ]);
    expect(await project.must(['makemigrations', '--check'])).toBe('No changes.\n');
  }, 120_000);

  it('takes what points out of a renamed field with it, in child rows too', async () => {
    const writer = (name: string): string => `@ItemType({ app: 'blog' }) class Writer extends ChildItem { ${name} }`;
    const article = `@PageType({ app: 'blog' }) class Article extends PageContent {
      @TextField() lead: string; @ChildItems(() => Writer) writers: Writer[]; } const types = [Article];`;
    project.declare(`${IMPORTS} ${writer('@TextField() bio: string;')} ${article}`);
    await project.must(['makemigrations', '--name', 'writers'], ['migrate']);
    await project.sql(`
      INSERT INTO reference (source_type, source_id, target_type, target_id, pointer, live, draft)
      SELECT 'page', 2, 'page', 3, p, true, true
        FROM unnest('{/lead,/lead/0,/leader/0,/writers/0/bio/4,/writers/0/bios,/bio}'::text[]) p`);
    project.declare(
      `${IMPORTS} ${writer(`@TextField({ was: 'bio' }) about: string;`)} ${article.replace('() lead', `({ was: 'lead' }) intro`)}`,
    );
    await project.must(['makemigrations', '--name', 'intro'], ['migrate']);
    const pointers = await project.sql<{ pointer: string }>(`SELECT pointer FROM reference ORDER BY id`);
    expect(pointers.map(({ pointer }) => pointer)).toEqual([
      '/intro',
      '/intro/0',
      '/leader/0',
      '/writers/0/about/4',
      '/writers/0/bios',
      '/bio',
    ]);
  }, 120_000);

  it('may be blocks and members, in rows, drafts, revisions and child rows: once', async () => {
    const blocks = (card: string, words: string, inner: string): string => `
      const body = stream({ ${card}: list(struct({ ${words}: text() })), section: stream({ ${inner} }) });`;
    const types = `@ItemType({ app: 'blog' }) class Writer extends ChildItem {
        @TextField() about: string; @StreamField(body) body: never[]; }
      @PageType({ app: 'blog' }) class Article extends PageContent {
        @TextField() intro: string; @StreamField(body) body: never[]; @ChildItems(() => Writer) writers: Writer[]; }
      const types = [Article];`;
    project.declare(`${IMPORTS} ${blocks('links', 'url', 'line: text()')} ${types}`);
    await project.must(['makemigrations', '--name', 'bodies'], ['migrate']);
    const stored = (card: string, words: string, line: string): unknown => [
      { id: 'a', type: card, value: [{ id: 'b', type: 'item', value: { [words]: 'w' } }] },
      { id: 'c', type: 'section', value: [{ id: 'd', type: line, value: 'l' }] },
    ];
    const old = JSON.stringify(stored('links', 'url', 'line'));
    await project.sql(`
      UPDATE blog_article SET body = '${old}';
      UPDATE revision SET snapshot = jsonb_set(snapshot, '{fields}', '{"body": ${old}, "writers": [{"id": "u", "body": ${old}}]}')
       WHERE content_type = 'blog.Article'`);
    const renamed = blocks(`cards`, 'href', `row: text({ was: 'line' })`)
      .replace('href: text()', `href: text({ was: 'url' })`)
      .replace('})), section', `}), { was: 'links' }), section`);
    project.declare(`${IMPORTS} ${renamed} ${types}`);
    expect((await project.run(['makemigrations', '--check'])).out).toContain(
      'blog.Article.body: renameBlock links to cards; renameMember cards.item to url to href; renameBlock section.line to row',
    );
    await project.must(['makemigrations', '--name', 'cards'], ['migrate']);
    expect(await project.must(['makemigrations', '--check'])).toBe('No changes.\n');
    const read = () =>
      project.sql(`SELECT a.body, r.snapshot->'fields'->'body' AS draft, r.snapshot->'fields'->'writers'->0->'body' AS row
        FROM blog_article a JOIN revision r ON r.subject_id = a.page_id LIMIT 1`);
    const now = stored('cards', 'href', 'row');
    expect(await read()).toEqual([{ body: now, draft: now, row: now }]);
    await project.must(['revert']);
    const before = stored('links', 'url', 'line');
    expect(await read()).toEqual([{ body: before, draft: before, row: before }]);
  }, 120_000);
});
