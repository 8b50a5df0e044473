import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../apps/launcher/postgres.mjs';

/**
 * What this run started; the teardown runs in the same process and stops it.
 * @type {{ server: import('../../apps/launcher/postgres.mjs').EmbeddedPostgres, folder: string } | null}
 */
export let started = null;

/** Starts the one Postgres of the run, unless PIPIT_TEST_DATABASE_URL names one. */
export default async function globalSetup() {
  const own = process.env.PIPIT_TEST_DATABASE_URL;
  process.env.PIPIT_TEST_PREFIX = `pipit_test_${randomBytes(4).toString('hex')}`;
  if (own) {
    process.env.PIPIT_TEST_SERVER = own;
    return;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pipit-test-'));
  const server = await startPostgres({ home: folder, durable: false });
  process.env.PIPIT_TEST_SERVER = server.url('postgres');
  started = { server, folder };
}
