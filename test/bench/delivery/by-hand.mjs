/** The best SQL we know for one kind of page on one site: everything is known before, and nothing is general. */

/** @typedef {{ path: string, urlPath: string, hostname: string }} Root */

const TIME = `to_char(p.first_published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** @param {Root} root @param {string} page */
const htmlUrl = ({ hostname, urlPath }, page) =>
  `'http://${hostname}/' || substr(${page}.url_path, ${urlPath.length + 1})`;
/** @param {Root} root @param {string} id */
const detailUrl = ({ hostname }, id) => `'http://${hostname}/api/v2/pages/' || ${id} || '/'`;

/** @param {Root} root @param {string} page */
const isVisible = ({ path }, page) =>
  `${page}.live AND ${page}.path >= '${path}' AND ${page}.path < '${path.slice(0, -1)}/' AND NOT EXISTS (
     SELECT 1 FROM view_restriction v JOIN page r ON r.id = v.target_id WHERE v.kind = 'page'
       AND ${page}.path >= r.path AND ${page}.path < left(r.path, -1) || '/')`;

/** @param {Root} root @param {string} last of `meta` */
const articleJson = (root, last) => `json_build_object(
  'id', p.id,
  'meta', json_build_object('type', p.type, 'detail_url', ${detailUrl(root, 'p.id')}, 'html_url', ${htmlUrl(root, 'p')},
    'slug', p.slug, 'show_in_menus', p.show_in_menus, 'seo_title', p.seo_title, 'search_description', p.search_description,
    'first_published_at', ${TIME}, 'alias_of', NULL, ${last}),
  'title', p.title, 'day', c.day, 'kicker', c.kicker, 'summary', c.summary, 'body', c.body,
  'author', CASE WHEN c.author_id IS NOT NULL THEN
    json_build_object('id', c.author_id, 'meta', json_build_object('type', 'news.Author')) END)`;

/** @param {Root} root */
export function detailSql(root) {
  const parent = `CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'meta', json_build_object('type', a.type,
      'detail_url', ${detailUrl(root, 'a.id')}, 'html_url', ${htmlUrl(root, 'a')}), 'title', a.title) END`;
  return `SELECT ${articleJson(root, `'parent', ${parent}`)}::text AS json
    FROM page p JOIN news_article c ON c.page_id = p.id LEFT JOIN page a ON a.id = p.parent_id AND ${isVisible(root, 'a')}
   WHERE p.id = $1::int AND ${isVisible(root, 'p')}`;
}

/** @param {Root} root @param {{ isFiltered: boolean, isCursor: boolean }} how */
export function listSql(root, { isFiltered, isCursor }) {
  const where = `p.type = 'news.Article' AND ${isVisible(root, 'p')}`;
  const filter = isFiltered ? ' AND c.kicker = $3' : '';
  const behind = isCursor ? ' AND (p.first_published_at, p.id) <= ($3::timestamptz, $4::int)' : '';
  const counted = isFiltered ? 'page p JOIN news_article c ON c.page_id = p.id' : 'page p';
  const meta = isCursor
    ? '$5::json'
    : `json_build_object('total_count', (SELECT count(*) FROM ${counted} WHERE ${where}${filter}))`;
  return `SELECT json_build_object('meta', ${meta}, 'items', (SELECT coalesce(json_agg(article), '[]') FROM (
      SELECT ${articleJson(root, `'locale', 'en'`)} AS article FROM page p JOIN news_article c ON c.page_id = p.id
       WHERE ${where}${filter}${behind} ORDER BY p.first_published_at DESC, p.id DESC LIMIT $1::int OFFSET $2::int) listed))::text AS json`;
}
