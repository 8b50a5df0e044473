import { tablesIn } from './tables-in-sql.js';

it.each([
  ['SELECT 1', []],
  ['SELECT * FROM page p JOIN "blog_post" c ON c.page_id = p.id', ['page', 'blog_post']],
  ['SELECT (SELECT min(j.x) FROM tags j) FROM (SELECT a FROM image UNION ALL SELECT a FROM photo) c', ['tags', 'image', 'photo']],
  ['WITH RECURSIVE tree AS (SELECT 1 FROM page), up (a, b) AS MATERIALIZED (SELECT 2 FROM site) SELECT * FROM tree JOIN up ON true', ['page', 'site']],
  ['SELECT * FROM page p CROSS JOIN LATERAL (SELECT 1 FROM locale l) r JOIN unnest($1::int[]) AS w (id) ON true', ['page', 'locale']],
  ['SELECT a IS DISTINCT FROM b FROM page', ['page']],
  ['SELECT * FROM page p, site s', ['page', '?']],
] as const)('%s reads %j', (text, tables) => expect([...tablesIn(text)].sort()).toEqual([...tables].sort())); // prettier-ignore
