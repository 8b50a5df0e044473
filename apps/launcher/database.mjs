import { Interrupted, Problem } from './problem.mjs';
import { keepPostgres } from './postgres-keeper.mjs';

/** @import { Layout } from './layout.mjs' */
/** @import { Scope } from './scope.mjs' */

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {boolean} isEmpty whether it had no table when we came
 * @property {string} description for the user, without the password
 * @property {boolean} isEmbedded
 * @property {Promise<void>} [ended] for the embedded one: it has stopped
 */

/** The name of the embedded database. */
const databaseName = 'pipit';

/**
 * The user's database where DATABASE_URL names one, otherwise the embedded one.
 * @param {Layout} layout
 * @param {Scope} scope
 * @param {(line: string) => void} say
 * @returns {Promise<Database>}
 */
export async function openDatabase(layout, scope, say) {
  const own = process.env.DATABASE_URL;
  if (own) {
    const description = describe(own);
    say(`Connecting to the database ${description}`);
    return { url: own, description, isEmbedded: false, isEmpty: await inspect(own, description) };
  }
  say('Starting the embedded Postgres');
  const server = await embedded(layout.postgres, scope, say);
  const url = server.databaseUrl;
  const description = `embedded in ${server.home}`;
  const isEmpty = await inspect(url, description);
  return { url, description, isEmbedded: true, isEmpty, ended: server.ended };
}

/**
 * Starts an embedded server with the database `pipit` on it, to be stopped with the scope.
 * @param {string} home
 * @param {Scope} scope
 * @param {(line: string) => void} say
 * @param {boolean} [durable]
 */
export async function embedded(home, scope, say, durable = true) {
  const server = await keepPostgres({ home, durable, say: (line) => say(`  ${line}`) }, scope);
  const isNew = await withClient(server.url('postgres'), async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (found.rowCount !== 0) return false;
    await client.query(`CREATE DATABASE ${databaseName} TEMPLATE template0`);
    return true;
  });
  return { home: server.home, ended: server.ended, databaseUrl: server.url(databaseName), isNew };
}

/**
 * Checks that the server can be used, and says whether the database is empty.
 * @param {string} url
 * @param {string} description
 * @returns {Promise<boolean>}
 */
async function inspect(url, description) {
  try {
    return await withClient(url, async (client) => {
      const version = await client.query("SELECT current_setting('server_version_num')::int / 10000 AS major");
      const major = version.rows[0].major;
      if (major < 14)
        throw new Problem(`Pipit needs Postgres 14 or newer; the database ${description} is Postgres ${major}.`);
      const tables = await client.query('SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1');
      return tables.rowCount === 0;
    });
  } catch (error) {
    if (error instanceof Problem || error instanceof Interrupted) throw error;
    const reason = reasonOf(/** @type {NodeJS.ErrnoException} */ (error));
    throw new Problem(
      `The database ${description} cannot be used: ${reason}\nCheck DATABASE_URL, or leave it unset to use the embedded Postgres.`,
    );
  }
}

/**
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * @param {string} url
 * @returns {string} host, port and name: what helps to find a mistake and is no secret
 */
function describe(url) {
  try {
    const { protocol, hostname, port, pathname } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error('not Postgres');
    return `${decodeURIComponent(pathname.slice(1)) || '(no name)'} at ${hostname || 'the local socket'}:${port || 5432}`;
  } catch {
    throw new Problem('DATABASE_URL must look like postgres://user:password@host:5432/name.');
  }
}

/**
 * @param {NodeJS.ErrnoException} error
 * @returns {string}
 */
function reasonOf(error) {
  const known = /** @type {Record<string, string>} */ ({
    ECONNREFUSED: 'nothing listens there.',
    ENOTFOUND: 'there is no such host.',
    EAI_AGAIN: 'there is no such host.',
    ETIMEDOUT: 'it does not answer.',
    '28P01': 'the user name or password is wrong.',
    28000: 'the user may not log in.',
    '3D000': 'there is no such database; make it with CREATE DATABASE.',
  });
  return known[error.code ?? ''] ?? `${error.message || error.code}.`;
}
