import { randomUUID } from 'node:crypto';
import { generateKeyBetween } from 'fractional-indexing';

/** @import pg from 'pg' */

/**
 * Does the work in one transaction of one connection.
 * @param {pg.Pool} pool
 * @param {(client: pg.PoolClient) => Promise<void>} work
 */
async function transaction(pool, work) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/**
 * A subtree to the end of another parent, written by hand: the rows that the API writes, and nothing asked or checked.
 * @param {pg.Pool} pool
 * @param {number} page
 * @param {number} parent
 */
export function bareMove(pool, page, parent) {
  return transaction(pool, async (client) => {
    const found = await client.query(
      `SELECT p.path, p.depth, p.url_path, p.slug, p.parent_id, t.path AS to_path, t.depth AS to_depth, t.url_path AS to_url,
              (SELECT max(sort_key) FROM page WHERE parent_id = t.id) AS last
         FROM page p, page t WHERE p.id = $1 AND t.id = $2`,
      [page, parent],
    );
    const [from] = found.rows;
    const key = generateKeyBetween(from.last, null);
    const range = [from.path, `${from.path.slice(0, -1)}/`];
    await client.query(
      `UPDATE page SET path = $3 || substr(path, length($1) + 1), depth = depth + $4,
              url_path = $5 || substr(url_path, length($6) + 1),
              sort_key = CASE WHEN id = $7 THEN $8 ELSE sort_key END, parent_id = CASE WHEN id = $7 THEN $9 ELSE parent_id END
        WHERE path >= $1 AND path < $2`,
      [
        ...range,
        `${from.to_path}${key}.`,
        from.to_depth + 1 - from.depth,
        `${from.to_url}${from.slug}/`,
        from.url_path,
        page,
        key,
        parent,
      ],
    );
    await client.query(
      'UPDATE page SET child_count = child_count + CASE id WHEN $1 THEN 1 ELSE -1 END WHERE id IN ($1, $2)',
      [parent, from.parent_id],
    );
    const now = [`${from.to_path}${key}.`, `${from.to_path}${key}/`];
    await client.query(
      `UPDATE page_url SET is_current = false FROM page p
        WHERE p.id = page_url.page_id AND is_current AND p.path >= $1 AND p.path < $2`,
      now,
    );
    await client.query(
      `INSERT INTO page_url (site_id, locale_id, path, page_id, is_current)
       SELECT s.id, r.locale_id, '/' || substr(p.url_path, length(r.url_path) + 1), p.id, true
         FROM page p, site s JOIN page r ON r.id = s.root_page_id
        WHERE s.is_default AND p.live AND p.path >= $1 AND p.path < $2
       ON CONFLICT (site_id, locale_id, path) DO UPDATE SET page_id = excluded.page_id, is_current = true, since = now()`,
      now,
    );
    await tell(client, page, 'page.move', 'page.moved');
  });
}

/**
 * How a client creates pages below one parent by hand: the parent's row locked, page, typed row, first revision, audit
 * entry and event written, as copies of the parent's own.
 * @param {pg.Pool} pool
 * @param {number} parent
 */
export async function bareCreates(pool, parent) {
  return (/** @type {number} */ n) =>
    transaction(pool, async (client) => {
      const locked = await client.query('SELECT path, depth, url_path FROM page WHERE id = $1 FOR NO KEY UPDATE', [
        parent,
      ]);
      const [above] = locked.rows;
      // In a statement of its own, which sees what whoever held the lock before has added.
      const last = await client.query('SELECT max(sort_key) AS key FROM page WHERE parent_id = $1', [parent]);
      const key = generateKeyBetween(last.rows[0].key, null);
      const slug = `sapling-${n}-${randomUUID().slice(0, 8)}`;
      const page = {
        uuid: randomUUID(),
        translation_key: randomUUID(),
        path: `${above.path}${key}.`,
        sort_key: key,
        depth: above.depth + 1,
        parent_id: parent,
        child_count: 0,
        slug,
        url_path: `${above.url_path}${slug}/`,
        live: false,
        latest_revision_id: null,
        live_revision_id: null,
      };
      const made = await client.query(
        `INSERT INTO page SELECT (jsonb_populate_record(p, $2::jsonb || jsonb_build_object('id', nextval('page_id_seq')))).*
           FROM page p WHERE id = $1 RETURNING id`,
        [parent, JSON.stringify(page)],
      );
      const { id } = made.rows[0];
      await client.query(
        `INSERT INTO demo_standard_page SELECT (jsonb_populate_record(t, jsonb_build_object('page_id', $2::int))).*
           FROM demo_standard_page t WHERE page_id = $1`,
        [parent, id],
      );
      const revision = await client.query(
        `INSERT INTO revision SELECT (jsonb_populate_record(r, jsonb_build_object(
             'id', nextval('revision_id_seq'), 'uuid', gen_random_uuid(), 'subject_id', $2::int))).*
           FROM page p JOIN revision r ON r.id = p.latest_revision_id WHERE p.id = $1 RETURNING id`,
        [parent, id],
      );
      await client.query('UPDATE page SET latest_revision_id = $2 WHERE id = $1', [id, revision.rows[0].id]);
      await client.query('UPDATE page SET child_count = child_count + 1 WHERE id = $1', [parent]);
      await tell(client, id, 'page.create', 'page.created');
    });
}

/** @param {pg.PoolClient} client @param {number} page @param {string} action @param {string} event */
async function tell(client, page, action, event) {
  await client.query(
    `INSERT INTO audit_entry SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'subject_id', $1::int, 'action', $2::text))).*
       FROM audit_entry a WHERE a.subject_type = 'page' LIMIT 1`,
    [page, action],
  );
  await client.query(
    `INSERT INTO outbox_event SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'name', $1::text))).* FROM outbox_event e LIMIT 1`,
    [event],
  );
}
