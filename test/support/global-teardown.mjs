import { rmSync } from 'node:fs';
import pg from 'pg';
import { started } from './global-setup.mjs';

/** Stops the Postgres of the run and removes its data; on a server of the user's own removes what the run made. */
export default async function globalTeardown() {
  if (started) {
    await started.server.stop();
    rmSync(started.folder, { recursive: true, force: true });
    rmSync(started.server.home, { recursive: true, force: true });
    return;
  }
  const admin = new pg.Client({ connectionString: process.env.PIPIT_TEST_SERVER });
  await admin.connect();
  try {
    const made = await admin.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      `${process.env.PIPIT_TEST_PREFIX}_`,
    ]);
    for (const { datname } of made.rows) await admin.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  } finally {
    await admin.end();
  }
}
