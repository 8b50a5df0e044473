import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { createApp } from '../create-app.js';
import { loadProject } from '../load-project.js';
import { optionsFrom } from '../options.js';
import { requireDatabase } from '../require-database.js';
import { openApiDocument } from '../serve-open-api.js';

/** `openapi`. */
export function addOpenApiCommand(program: Command): void {
  program
    .command('openapi')
    .argument('<file>', 'where to write the document')
    .description('Writes the OpenAPI document of this site. The types of @pipit/client are made from it.')
    .action(async (file: string) => {
      const options = optionsFrom(process.env);
      await requireDatabase(options.databaseUrl);
      const app = await createApp({ ...options, editorDist: null }, await loadProject(options.project));
      await app.init();
      await writeFile(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
      await app.close();
      console.log(`Wrote ${file}`);
    });
}
