import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { JobWorker, Migrations, SetUp, systemCtx } from '@pipit/cms';
import { DataSource } from 'typeorm';
import { createApp } from './create-app.js';
import { exitWith } from './failure.js';
import { loadProject } from './load-project.js';
import { optionsFrom } from './options.js';
import { applySiteAddress } from './site-address.js';
import { requireOwnSecrets } from './security/secrets.js';
import { requireDatabase } from './require-database.js';

/** Starts the HTTP server and the job worker in one process. */
async function main(): Promise<void> {
  const options = optionsFrom(process.env);
  requireOwnSecrets(options, process.env['NODE_ENV']);
  await requireDatabase(options.databaseUrl);
  const app = await createApp(options, await loadProject(options.project));
  const mismatch = await mismatchOf(app.get(Migrations));
  if (mismatch) {
    await app.close();
    throw new Error(mismatch);
  }
  if (options.siteUrl) await applySiteAddress(app, options.siteUrl);
  await app.listen(options.port, options.host);
  void app.get(JobWorker).start();
  await tellSetUpCode(app);
}

/** Whoever reads the log of a fresh server may make its first administrator; a stranger who finds it first may not. */
async function tellSetUpCode(app: INestApplicationContext): Promise<void> {
  const code = await app.get(SetUp, { strict: false }).codeToTell(systemCtx(app.get(DataSource).manager, 'set-up'));
  if (code !== null)
    console.log(`There is no administrator yet. Open the editor and set Pipit up with the code ${code}`);
}

/** Why this code and this database do not go together; null when they do. */
async function mismatchOf(migrations: Migrations): Promise<string | null> {
  const pending = await migrations.pending();
  if (pending.length > 0) {
    return `${pending.length} migration(s) have not run: ${pending.join(', ')}. Run npm run pipit -- migrate.`;
  }
  const unknown = await migrations.unknown();
  if (unknown.length === 0) return null;
  return (
    `The database is ahead of this code: ${unknown.join(', ')} ran on it and is not among the migrations here. ` +
    'Serve a newer version, or revert them with the code that has them.'
  );
}

main().catch(exitWith);
