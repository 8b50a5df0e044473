/** @import { Evidence } from './index.mjs' */

/** Audit actions and the event that belongs to each. */
const EVENTS = {
  'page.create': 'page.created',
  'page.publish': 'page.published',
  'page.unpublish': 'page.unpublished',
  'page.move': 'page.moved',
  'page.delete': 'page.deleted',
  'page.restore': 'page.restored',
};

/** SQL: pages that go live or offline with others, or come to be so, without an entry of their own. */
const FOLLOWERS = `SELECT subject_id FROM audit_entry WHERE action IN ('page.copy', 'page.createAlias')
  UNION ALL SELECT id FROM page WHERE alias_of_id IS NOT NULL OR locale_id <> (SELECT id FROM locale WHERE is_default)`;

/**
 * EVENT: for every page as many events as audit entries of each kind: one each, and none for what was rolled back.
 * @param {Evidence} evidence
 * @returns {Promise<string[]>}
 */
export async function eventFaults({ sql }) {
  const rows = await sql(
    `SELECT name, page_id, coalesce(a.n, 0)::int AS entries, coalesce(e.n, 0)::int AS events
       FROM (SELECT given.event AS name, subject_id AS page_id, count(*) AS n
               FROM audit_entry JOIN unnest($1::text[], $2::text[]) AS given (action, event) USING (action)
              WHERE subject_type = 'page' AND NOT data ? 'translationOf' GROUP BY 1, 2) a
       FULL JOIN (SELECT name, (payload->>'pageId')::int AS page_id, count(*) AS n
                    FROM outbox_event WHERE name = ANY($2) GROUP BY 1, 2) e USING (name, page_id)
      WHERE coalesce(a.n, 0) <> coalesce(e.n, 0)
        AND NOT (coalesce(e.n, 0) > coalesce(a.n, 0) AND name IN ('page.published', 'page.unpublished')
                 AND page_id IN (${FOLLOWERS}))`,
    [Object.keys(EVENTS), Object.values(EVENTS)],
  );
  return rows.map(
    ({ name, page_id, entries, events }) => `page ${page_id}: ${entries} audit entries, but ${events} events ${name}`,
  );
}
