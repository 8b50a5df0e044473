import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { testServer, type TestServer, urlOf, withConnection } from './server.js';

/** Fills an empty database, for instance by running migrations; must close its connections before it returns. */
export type TemplateBuilder = (url: string) => Promise<void>;

/** A database of its own for a test file. */
export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** Removes the database; connections still open are cut. */
  drop(): Promise<void>;
}

/**
 * Makes sure that the template exists. It is built once per run however many workers ask: an advisory lock lets one
 * build and the others wait. A builder that fails leaves nothing behind, and the next caller tries again.
 */
export async function buildTemplate(name: string, builder: TemplateBuilder): Promise<void> {
  const server = testServer();
  const template = templateName(server, name);
  const unfinished = `${template}_unfinished`;
  await withConnection(server.adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    if (await exists(admin, template)) return;
    await admin.query(`DROP DATABASE IF EXISTS ${quoted(unfinished)} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${quoted(unfinished)} TEMPLATE template0`);
    await builder(urlOf(server, unfinished));
    await waitForSilence(admin, unfinished, name);
    await admin.query(`ALTER DATABASE ${quoted(unfinished)} RENAME TO ${quoted(template)}`);
    await admin.query(`ALTER DATABASE ${quoted(template)} ALLOW_CONNECTIONS false`);
  });
}

/** Makes a database: a copy of a template built before, or an empty one. */
export async function createTestDatabase(template?: string): Promise<TestDatabase> {
  const server = testServer();
  const name = `${server.prefix}_db_${randomBytes(6).toString('hex')}`;
  const source = template === undefined ? 'template0' : templateName(server, template);
  await withConnection(server.adminUrl, async (admin) => {
    if (template !== undefined && !(await exists(admin, source))) {
      throw new Error(`No template "${template}": call buildTemplate('${template}', …) first.`);
    }
    // Copied as files, which Postgres 14 always does: a third of the work of writing the template to the log.
    const { rows } = await admin.query<{ server_version_num: string }>('SHOW server_version_num');
    const strategy = Number(rows[0]?.server_version_num) < 150_000 ? '' : ' STRATEGY file_copy';
    await admin.query(`CREATE DATABASE ${quoted(name)} TEMPLATE ${quoted(source)}${strategy}`);
  });
  return {
    name,
    url: urlOf(server, name),
    drop: () =>
      withConnection(server.adminUrl, async (admin) => {
        await admin.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
      }),
  };
}

/**
 * For the top of a test file or `describe`: a database before all its tests, gone after them.
 *
 * @example
 * const database = useTestDatabase('empty', migrate);
 * it('…', async () => connect(database().url));
 */
export function useTestDatabase(template?: string, builder?: TemplateBuilder): () => TestDatabase {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    if (template !== undefined && builder) await buildTemplate(template, builder);
    database = await createTestDatabase(template);
  }, 300_000);
  afterAll(async () => {
    await database?.drop();
  });
  return () => {
    if (!database) throw new Error('The test database exists only while tests run, not while they are declared.');
    return database;
  };
}

function templateName(server: TestServer, name: string): string {
  return `${server.prefix}_template_${name}`;
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

async function exists(admin: pg.Client, database: string): Promise<boolean> {
  const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  return found.rowCount === 1;
}

/** Postgres copies a database only while nobody is connected; closed connections take a moment to vanish there. */
async function waitForSilence(admin: pg.Client, database: string, template: string): Promise<void> {
  for (let round = 0; round < 100; round++) {
    const open = await admin.query('SELECT application_name FROM pg_stat_activity WHERE datname = $1', [database]);
    if (open.rowCount === 0) return;
    await sleep(50);
  }
  throw new Error(
    `The builder of template "${template}" left connections open: close its DataSource before returning.`,
  );
}
