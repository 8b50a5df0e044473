import pg from 'pg';

/** The Postgres which the tests of this run share: started by jest's global setup, or the user's own. */
export interface TestServer {
  /** Connection string of a database on which databases can be made. */
  readonly adminUrl: string;
  /** Prefix of every database of this run, so that two runs on one server never meet. */
  readonly prefix: string;
}

const urlVariable = 'PIPIT_TEST_SERVER';
const prefixVariable = 'PIPIT_TEST_PREFIX';

/** Tells the worker processes, which inherit the environment, where the server is. */
export function announceTestServer(server: TestServer): void {
  process.env[urlVariable] = server.adminUrl;
  process.env[prefixVariable] = server.prefix;
}

/** The server announced by the global setup. */
export function testServer(): TestServer {
  const adminUrl = process.env[urlVariable];
  const prefix = process.env[prefixVariable];
  if (!adminUrl || !prefix) {
    throw new Error('No database server for tests: start them with `npm test`, which uses test/jest.config.mjs.');
  }
  return { adminUrl, prefix };
}

/** Connection string of another database on the same server. */
export function urlOf(server: TestServer, database: string): string {
  const url = new URL(server.adminUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** Runs work with one connection and closes it whatever happens. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
