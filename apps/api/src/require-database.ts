import pg from 'pg';

/** Oldest Postgres that Pipit is tested with. */
const OLDEST = 14;

/** Refuses to start without a database, in one sentence that never shows the password. */
export async function requireDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>('SHOW server_version_num');
    const version = Math.floor(Number(rows[0]?.version ?? rows[0]?.['server_version_num' as 'version']) / 10_000);
    if (version < OLDEST) throw new Error(`it is Postgres ${version}, and Pipit needs ${OLDEST} or newer`);
  } catch (error) {
    throw new Error(`The database at ${withoutPassword(url)} cannot be used: ${reasonOf(error)}.`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function withoutPassword(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed ? `${parsed.host || 'its socket'}${parsed.pathname}` : 'DATABASE_URL';
}

function reasonOf(error: unknown): string {
  const { message, code, errors } = error as { message?: string; code?: string; errors?: Error[] };
  return message || errors?.[0]?.message || code || String(error);
}
