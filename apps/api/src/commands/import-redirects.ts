import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportRedirects, Site, type Ctx } from '@pipit/cms';
import type { EntityManager } from 'typeorm';

/** What `import redirects` was told. */
export interface ImportRedirectsOptions {
  readonly site?: string;
  readonly temporary?: boolean;
  readonly dryRun?: boolean;
  readonly from?: string;
  readonly to?: string;
}

/** `import redirects`: prints what was done, or what is wrong with each row, and answers the exit code. */
export async function importRedirects(
  { app, ctx }: { readonly app: INestApplicationContext; readonly ctx: Ctx },
  path: string,
  options: ImportRedirectsOptions,
): Promise<number> {
  const { manager } = ctx;
  const { dryRun = false, temporary = false, from, to } = options;
  const result = await app.get(ImportRedirects, { strict: false }).run(ctx, {
    file: await readFile(path),
    dryRun,
    siteId: options.site === undefined ? null : await siteOf(manager, options.site),
    isPermanent: !temporary,
    columns: { ...(from ? { from } : {}), ...(to ? { to } : {}) },
  });
  for (const { row, field, message } of result.errors)
    console.log(`Row ${row}${field ? `, ${field}` : ''}: ${message}`);
  if (result.errors.length > 0) {
    console.log('Nothing was imported.');
    return 1;
  }
  const { created, updated, unchanged } = result;
  const words = `${created} new, ${updated} changed, ${unchanged} as they are.`;
  console.log(dryRun ? `The file fits: ${words}` : `Imported: ${words}`);
  return 0;
}

async function siteOf(manager: EntityManager, name: string): Promise<number> {
  const [hostname = '', port] = name.split(':');
  const site = await manager.findOneBy(Site, { hostname, ...(port ? { port: Number(port) } : {}) });
  if (!site) throw new Error(`There is no site ${name}.`);
  return site.id;
}
