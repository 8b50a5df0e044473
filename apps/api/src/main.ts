import 'reflect-metadata';
import { JobWorker, Migrations } from '@pipit/cms';
import { createApp } from './create-app.js';
import { exitWith } from './failure.js';
import { loadProject } from './load-project.js';
import { optionsFrom } from './options.js';
import { applySiteAddress } from './site-address.js';
import { requireDatabase } from './require-database.js';

/** Starts the HTTP server and the job worker in one process. */
async function main(): Promise<void> {
  const options = optionsFrom(process.env);
  await requireDatabase(options.databaseUrl);
  const app = await createApp(options, await loadProject(options.project));
  const pending = await app.get(Migrations).pending();
  if (pending.length > 0) {
    await app.close();
    throw new Error(
      `${pending.length} migration(s) have not run: ${pending.join(', ')}. Run npm run pipit -- migrate.`,
    );
  }
  if (options.siteUrl) await applySiteAddress(app, options.siteUrl);
  await app.listen(options.port, options.host);
  void app.get(JobWorker).start();
}

main().catch(exitWith);
