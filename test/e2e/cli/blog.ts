import type { TempProject } from './temp-project.js';

/** What declarations need. */
export const IMPORTS = `import { BooleanField, CharField, ChildItem, ChildItems, IntegerField, ItemType, PageContent, PageType, SnippetContent,
  SnippetType, SnippetsField, StreamField, TextField, list, manage, stream, struct, text } from '@pipit/cms';`;

/** One type of pages with these fields. */
export const post = (fields: string, name = 'BlogPost', options = ''): string => `${IMPORTS}
  @PageType({ app: 'blog'${options} }) class ${name} extends PageContent { ${fields} }
  const types = [${name}];`;

/** Three posts with a revision each, and a working copy of the first. */
export const fill = (project: TempProject): Promise<unknown> =>
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
