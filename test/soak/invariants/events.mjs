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
              WHERE subject_type = 'page' GROUP BY 1, 2) a
       FULL JOIN (SELECT name, (payload->>'pageId')::int AS page_id, count(*) AS n
                    FROM outbox_event WHERE name = ANY($2) GROUP BY 1, 2) e USING (name, page_id)
      WHERE coalesce(a.n, 0) <> coalesce(e.n, 0)`,
    [Object.keys(EVENTS), Object.values(EVENTS)],
  );
  return rows.map(
    ({ name, page_id, entries, events }) => `page ${page_id}: ${entries} audit entries, but ${events} events ${name}`,
  );
}
