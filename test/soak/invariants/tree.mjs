/** @import { Evidence } from './index.mjs' */

/** Each query answers the pages that break its rule. */
const RULES = {
  'reaches no root': `
    WITH RECURSIVE reached AS (
      SELECT id FROM page WHERE parent_id IS NULL
      UNION ALL SELECT p.id FROM page p JOIN reached r ON r.id = p.parent_id)
    SELECT id FROM page WHERE id NOT IN (SELECT id FROM reached)`,
  'has a wrong depth': `
    SELECT c.id FROM page c JOIN page p ON p.id = c.parent_id WHERE c.depth <> p.depth + 1
    UNION ALL SELECT id FROM page WHERE depth <> length(path) - length(replace(path, '.', ''))`,
  'has a path that is not its parent’s and its own key': `
    SELECT c.id FROM page c JOIN page p ON p.id = c.parent_id WHERE c.path <> p.path || c.sort_key || '.'`,
  'has an address that does not follow from its parent’s': `
    SELECT c.id FROM page c JOIN page p ON p.id = c.parent_id WHERE c.url_path <> p.url_path || c.slug || '/'`,
  'counts its children wrong': `
    SELECT p.id FROM page p LEFT JOIN (SELECT parent_id, count(*) AS n FROM page GROUP BY 1) c ON c.parent_id = p.id
     WHERE p.child_count <> coalesce(c.n, 0)`,
  'has the slug of a sibling, after folding': `
    SELECT min(id) AS id FROM page WHERE parent_id IS NOT NULL AND parent_id <> 0
     GROUP BY parent_id, lower(normalize(slug, NFKC)) HAVING count(*) > 1`,
  'stands below the trash without an entry there, or has one elsewhere': `
    SELECT coalesce(p.id, t.page_id) AS id FROM (SELECT id FROM page WHERE parent_id = 0) p
      FULL JOIN trash_entry t ON t.page_id = p.id WHERE p.id IS NULL OR t.page_id IS NULL`,
  'names a revision of something else, or one that is gone': `
    SELECT p.id FROM page p CROSS JOIN LATERAL (VALUES (latest_revision_id), (live_revision_id)) AS named (revision_id)
      LEFT JOIN revision r ON r.id = named.revision_id AND r.subject_type = 'page' AND r.subject_id = p.id
     WHERE named.revision_id IS NOT NULL AND r.id IS NULL`,
  'is gone, but a revision of it is left': `
    SELECT r.subject_id AS id FROM revision r LEFT JOIN page p ON p.id = r.subject_id
     WHERE r.subject_type = 'page' AND p.id IS NULL`,
  'is live without an address, or has one without being live': `
    WITH root AS (
      SELECT s.id AS site, r.locale_id AS locale, r.path, r.url_path FROM site s JOIN page home ON home.id = s.root_page_id
        JOIN page r ON r.id = home.id OR (r.translation_key = home.translation_key AND r.path < 't')),
    live AS (
      SELECT r.site, r.locale, p.id, '/' || substr(p.url_path, length(r.url_path) + 1) AS path
        FROM root r JOIN page p ON p.live AND p.path >= r.path AND p.path < left(r.path, -1) || '/')
    SELECT coalesce(l.id, u.page_id) AS id FROM live l
      FULL JOIN (SELECT * FROM page_url WHERE is_current) u
        ON u.site_id = l.site AND u.locale_id = l.locale AND u.path = l.path AND u.page_id = l.id
     WHERE l.id IS NULL OR u.page_id IS NULL`,
  'is gone or not live, and can be searched for': `
    SELECT e.subject_id AS id FROM search_entry e LEFT JOIN page p ON p.id = e.subject_id AND p.live
     WHERE e.subject_type = 'page' AND p.id IS NULL`,
  'is gone, but is said to point at something': `
    SELECT r.source_id AS id FROM reference r LEFT JOIN page p ON p.id = r.source_id
     WHERE r.source_type = 'page' AND p.id IS NULL`,
};

/** TREE: what can be read from the tables alone. @param {Evidence} evidence @returns {Promise<string[]>} */
export async function treeFaults({ sql }) {
  /** @type {string[]} */
  const faults = [];
  for (const [rule, query] of Object.entries({ ...RULES, 'has no row of its type': await untyped(sql) })) {
    for (const { id } of await sql(query)) faults.push(`page ${id} ${rule}`);
  }
  return faults;
}

/** Pages of every type without the row in its table. @param {Evidence['sql']} sql */
async function untyped(sql) {
  const types = await sql(`SELECT DISTINCT type FROM page WHERE type <> 'pipit.Page'`);
  const parts = types.map(({ type }) => {
    const table = String(type)
      .replace('.', '_')
      .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
      .toLowerCase();
    return `SELECT p.id FROM page p LEFT JOIN ${table} t ON t.page_id = p.id WHERE p.type = '${type}' AND t.page_id IS NULL`;
  });
  return parts.join(' UNION ALL ') || 'SELECT id FROM page WHERE false';
}
