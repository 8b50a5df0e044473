import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { ContentOpenApiDocument, ContentTypes, typeSchema } from '@pipit/cms';
import type { RunInApp } from '../cli.js';
import { createApp } from '../create-app.js';
import { loadProject } from '../load-project.js';
import { optionsFrom } from '../options.js';
import { requireDatabase } from '../require-database.js';
import { openApiDocument } from '../serve-open-api.js';
import { frontendTypes } from './frontend-types.js';

/** `openapi`, `types`, `schema`: what the declared types look like from outside. */
export function addSchemaCommands(program: Command, run: RunInApp): void {
  program
    .command('openapi')
    .argument('<file>', 'where to write the document')
    .option('--content', 'the content API of this site, with a schema for each type and block')
    .description('Writes the OpenAPI 3.1 document of all routes; the types of @pipit/client are made from it.')
    .action((file: string, { content }: { content?: boolean }) => (content ? contentApi(run, file) : allRoutes(file)));

  program
    .command('types')
    .argument('<file>', 'where to write the types, e.g. ../website/src/pipit.ts')
    .description('Writes TypeScript types of what the content API of this site prints, for a frontend elsewhere.')
    .action((file: string) =>
      run(async ({ app }) => write(file, await frontendTypes(app.get(ContentOpenApiDocument).document))),
    );

  program
    .command('schema')
    .argument('<type>', 'name of a type, e.g. blog.BlogPost')
    .description('Prints the JSON Schema 2020-12 of a type’s fields as they are stored.')
    .action((name: string) =>
      run(({ app }) => {
        const type = app.get(ContentTypes).get(name);
        console.log(JSON.stringify(typeSchema(type, type.fields), null, 2));
        return Promise.resolve();
      }),
    );
}

function contentApi(run: RunInApp, file: string): Promise<void> {
  return run(({ app }) => write(file, JSON.stringify(app.get(ContentOpenApiDocument).document, null, 2)));
}

async function allRoutes(file: string): Promise<void> {
  const options = optionsFrom(process.env);
  await requireDatabase(options.databaseUrl);
  const app = await createApp({ ...options, editorDist: null }, await loadProject(options.project));
  await app.init();
  await write(file, JSON.stringify(openApiDocument(app), null, 2));
  await app.close();
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, `${text.trimEnd()}\n`);
  console.log(`Wrote ${file}`);
}
