import { TempProject } from './temp-project.js';

const IMPORTS = `import { CharField, ChildItem, ChildItems, IntegerField, ItemType, PageContent, PageType, SnippetContent,
  SnippetType, TextField, stream, StreamField, struct, text } from '@pipit/cms';`;

const post = (fields: string, name = 'BlogPost', options = ''): string => `${IMPORTS}
  @PageType({ app: 'blog'${options} }) class ${name} extends PageContent { ${fields} }
  const types = [${name}];`;

const fill = (project: TempProject): Promise<unknown> =>
  project.sql(`
    INSERT INTO page (uuid, path, sort_key, depth, parent_id, type, title, draft_title, slug, url_path, locale_id)
    SELECT gen_random_uuid(), p.path || 'b' || n || '.', 'b' || n, 2, 1, 'blog.BlogPost', 'Post ' || n, 'Post ' || n, 'post-' || n, '/post-' || n || '/', l.id
      FROM page p, locale l, generate_series(1, 3) n WHERE p.id = 1;
    INSERT INTO blog_blog_post (page_id, summary) SELECT id, 'about ' || id FROM page WHERE type = 'blog.BlogPost';
    INSERT INTO revision (uuid, subject_type, subject_id, content_type, created_at, label, snapshot)
    SELECT gen_random_uuid(), 'page', id, 'blog.BlogPost', now(), title,
           jsonb_build_object('format', 1, 'descriptor', 'x', 'base', '{}'::jsonb, 'fields', jsonb_build_object('summary', 'draft ' || id))
      FROM page WHERE type = 'blog.BlogPost';
    INSERT INTO user_account (uuid, email, name, password_hash) VALUES (gen_random_uuid(), 'ada@example.org', 'Ada', 'x');
    INSERT INTO working_copy (subject_type, subject_id, user_id, snapshot, updated_at)
    SELECT 'page', p.id, u.id, jsonb_build_object('format', 1, 'fields', jsonb_build_object('summary', 'unsaved')), now()
      FROM page p, user_account u WHERE type = 'blog.BlogPost' LIMIT 1`);

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
});
