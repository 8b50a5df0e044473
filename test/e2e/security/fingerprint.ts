import type { World } from '../../support/world/world.js';

/** What reading may write: when somebody was last here. */
const NOTES = ['last_used_at', 'last_seen_at', 'seen_at', 'confirmed_at'];
/** Tables of what follows a request anyway, and of what is made when it is first asked for. */
const LEFT_OUT = ['login_attempt', 'worker_heartbeat', 'rendition', 'recurring_job', 'media_stored_file'];

/** Every row of every table, as one text for each table: equal before and after, nothing was changed. */
export async function fingerprintOf(world: World, without: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await world.sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND NOT table_name = ANY($1) ORDER BY 1`,
    [[...LEFT_OUT, ...without]],
  );
  const parts = tables.map(
    ({ name }) => `SELECT '${name}' AS name, md5(coalesce(string_agg(h, '' ORDER BY h), '')) AS print
      FROM (SELECT md5((to_jsonb(t) - $1::text[])::text) AS h FROM "${name}" t) rows`,
  );
  const rows = await world.sql<{ name: string; print: string }>(parts.join(' UNION ALL '), [NOTES]);
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
