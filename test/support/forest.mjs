import { randomUUID } from 'node:crypto';
import { generateNKeysBetween } from 'fractional-indexing';

/**
 * Reads and writes the database.
 * @typedef {<T = Record<string, any>>(query: string, params?: readonly unknown[]) => Promise<T[]>} Sql
 */

/**
 * A page to be planted; its place among its siblings is that in the list.
 * @typedef {object} Seedling
 * @property {number} parent index in the list of the page it stands below; -1 for the page all of it stands below
 * @property {string} title its slug is made of it, so that of siblings no two may be the same
 */

/** Rows of one statement. */
const BATCH = 5000;

/**
 * Plants many pages below a page that has no children, as copies of a model, faster than any API: page, typed row,
 * first revision, address and search entry, all as the API would have left them. Answers their ids, in order.
 * @param {Sql} sql
 * @param {{ model: number, below: number, seedlings: readonly Seedling[] }} forest `model` is a live page with one
 *   revision and without children
 * @returns {Promise<number[]>}
 */
export async function plantForest(sql, { model, below, seedlings }) {
  const [parent] = await sql('SELECT path, depth, url_path AS "urlPath" FROM page WHERE id = $1', [below]);
  const [{ table } = { table: null }] = await sql(
    `SELECT replace(regexp_replace(type, '([a-z0-9])([A-Z])', '\\1_\\2', 'g'), '.', '_') AS table FROM page WHERE id = $1`,
    [model],
  );
  if (!parent || !table) throw new Error('The model or the parent is not there.');
  const [pages, revisions] = [
    await reserve(sql, 'page', seedlings.length),
    await reserve(sql, 'revision', seedlings.length),
  ];
  const places = placesOf(seedlings, /** @type {Place} */ (parent));
  const rows = places.map((place, index) => ({
    ...place,
    id: pages + index,
    uuid: randomUUID(),
    translation_key: randomUUID(),
    parent_id: place.parent < 0 ? below : pages + place.parent,
    latest_revision_id: revisions + index,
    live_revision_id: revisions + index,
  }));
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    await plantRows(sql, model, String(table).toLowerCase(), batch);
  }
  const top = seedlings.filter((seedling) => seedling.parent < 0).length;
  await sql('UPDATE page SET child_count = child_count + $2 WHERE id = $1', [below, top]);
  await sql('ANALYZE page, revision, page_url, search_entry');
  return rows.map(({ id }) => id);
}

/** @typedef {{ path: string, depth: number, urlPath: string }} Place */

/**
 * @param {readonly Seedling[]} seedlings
 * @param {Place} below
 */
function placesOf(seedlings, below) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const [index, { parent }] of seedlings.entries()) {
    const siblings = children.get(parent) ?? [];
    siblings.push(index);
    children.set(parent, siblings);
  }
  /** @type {Map<number, string>} */
  const keys = new Map();
  for (const siblings of children.values()) {
    const fresh = generateNKeysBetween(null, null, siblings.length);
    for (const [place, index] of siblings.entries()) keys.set(index, fresh[place] ?? '');
  }
  /** @type {Place[]} */
  const placed = [];
  return seedlings.map(({ parent, title }, index) => {
    const above = parent < 0 ? below : placed[parent];
    if (!above) throw new Error('A page stands in the list before the one it is to stand below.');
    const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const sort_key = keys.get(index) ?? '';
    const path = `${above.path}${sort_key}.`;
    const [depth, urlPath] = [above.depth + 1, `${above.urlPath}${slug}/`];
    placed[index] = { path, depth, urlPath };
    const child_count = children.get(index)?.length ?? 0;
    return { parent, title, draft_title: title, slug, sort_key, path, depth, url_path: urlPath, child_count };
  });
}

/**
 * @param {Sql} sql
 * @param {number} model
 * @param {string} table
 * @param {readonly object[]} rows
 */
async function plantRows(sql, model, table, rows) {
  const given = [model, JSON.stringify(rows)];
  await sql(
    `INSERT INTO page SELECT (jsonb_populate_record(m, entry || '{"latest_revision_id": null, "live_revision_id": null}')).*
       FROM page m, jsonb_array_elements($2::jsonb) AS entry WHERE m.id = $1`,
    given,
  );
  await sql(
    `INSERT INTO revision SELECT (jsonb_populate_record(m, jsonb_build_object(
         'id', entry->'latest_revision_id', 'uuid', gen_random_uuid(), 'subject_id', entry->'id', 'label', entry->'title',
         'snapshot', jsonb_set(m.snapshot, '{base}', m.snapshot->'base' ||
            jsonb_build_object('title', entry->'title', 'slug', entry->'slug'))))).*
       FROM page p JOIN revision m ON m.id = p.latest_revision_id, jsonb_array_elements($2::jsonb) AS entry
      WHERE p.id = $1`,
    given,
  );
  await sql(
    `UPDATE page SET latest_revision_id = given.latest_revision_id, live_revision_id = given.live_revision_id
       FROM jsonb_to_recordset($1::jsonb) AS given (id int, latest_revision_id int, live_revision_id int)
      WHERE page.id = given.id`,
    given.slice(1),
  );
  await sql(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(m, jsonb_build_object('page_id', entry->'id'))).*
       FROM ${table} m, jsonb_array_elements($2::jsonb) AS entry WHERE m.page_id = $1`,
    given,
  );
  await sql(
    `INSERT INTO page_url (site_id, locale_id, path, page_id, is_current)
     SELECT s.id, r.locale_id, '/' || substr(p.url_path, length(r.url_path) + 1), p.id, true
       FROM page p JOIN jsonb_to_recordset($1::jsonb) AS given (id int) USING (id)
       JOIN page r ON p.path >= r.path AND p.path < left(r.path, -1) || '/' JOIN site s ON s.root_page_id = r.id
      WHERE p.live`,
    given.slice(1),
  );
  await sql(
    `INSERT INTO search_entry SELECT (jsonb_populate_record(m, jsonb_build_object('subject_id', entry->'id', 'title', entry->'title'))).*
       FROM search_entry m, jsonb_array_elements($2::jsonb) AS entry WHERE m.subject_type = 'page' AND m.subject_id = $1`,
    given,
  );
}

/**
 * The first of so many ids that nobody else gets.
 * @param {Sql} sql
 * @param {string} table
 * @param {number} count
 */
async function reserve(sql, table, count) {
  const [row] = await sql(`SELECT setval('${table}_id_seq', nextval('${table}_id_seq') + $1)::int AS last`, [count]);
  return Number(row?.['last']) - count;
}
