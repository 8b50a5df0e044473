import type { Command } from 'commander';
import { FixTree, PurgeTrash, ReferenceUpkeep, UnknownBlocks } from '@pipit/cms';
import { DataSource } from 'typeorm';
import { systemCtx } from '@pipit/cms';
import type { RunInApp } from '../cli.js';

/** `demo:load`, `content:unknown-blocks`, `references:rebuild`, `purge trash`, `fixtree`. */
export function addContentCommands(program: Command, run: RunInApp): void {
  program
    .command('demo:load')
    .description('Loads the demo site into an empty database.')
    .action(() =>
      run(async ({ app }) => {
        const { loadDemo } = await import('@pipit/demo');
        await loadDemo(app, (line) => console.log(line));
      }),
    );

  program
    .command('content:unknown-blocks')
    .description('Lists blocks, members and columns in stored content that nobody declares any more.')
    .action(() =>
      run(async ({ app }) => {
        const ctx = systemCtx(app.get(DataSource).manager, 'content:unknown-blocks');
        let count = 0;
        for await (const part of app.get(UnknownBlocks, { strict: false }).all(ctx)) {
          const { what, name, contentType, subjectId, title, pointer, version } = part;
          console.log(`${what} “${name}”: ${contentType} ${subjectId} “${title}” ${pointer} (${version})`);
          count += 1;
        }
        console.log(count === 0 ? 'Everything stored is declared.' : `${count} found.`);
      }),
    );

  program
    .command('references:rebuild')
    .description('Makes the index of what points at what anew from stored content.')
    .option('--dry-run', 'only say what is left of content that is gone; exit code 1 when anything is')
    .action(({ dryRun = false }: { dryRun?: boolean }) =>
      run(async ({ app }) => {
        const upkeep = app.get(ReferenceUpkeep, { strict: false });
        if (!dryRun) {
          const done = new Map<string, number>();
          await upkeep.rebuild((type, subjects) => {
            done.set(type, (done.get(type) ?? 0) + subjects);
            console.log(`${type}: ${done.get(type)}`);
          });
          console.log('What points at what is indexed anew.');
          return 0;
        }
        const stale = await upkeep.stale();
        for (const { sourceType, entries, isDeclared } of stale)
          console.log(
            `Found: ${entries} of ${sourceType}, ${isDeclared ? 'rows that are gone' : 'which nobody declares'}`,
          );
        console.log(stale.length === 0 ? 'Every source is there.' : `${stale.length} type(s).`);
        return stale.length > 0 ? 1 : 0;
      }),
    );

  program
    .command('purge')
    .description('Deletes for good.')
    .command('trash')
    .description('Deletes pages for good that have been in the trash for long. What something points at stays.')
    .option('--older-than <days>', 'how long they have been there; 0: everything', '90')
    .option('--force', 'even what content elsewhere or a redirect points at')
    .action(({ olderThan, force = false }: { olderThan: string; force?: boolean }) =>
      run(async ({ app }) => {
        if (!/^\d{1,5}$/.test(olderThan)) throw new Error('--older-than takes a number of days.');
        const ctx = systemCtx(app.get(DataSource).manager, 'purge trash');
        const { pages, kept } = await app
          .get(PurgeTrash, { strict: false })
          .run(ctx, { olderThanDays: Number(olderThan), force });
        for (const { title, reason } of kept) console.log(`Kept “${title}”: ${reason}`);
        console.log(`${pages} page(s) are gone for good.`);
      }),
    );

  program
    .command('fixtree')
    .description('Finds and mends wrong depths, child counts and addresses in the page tree.')
    .option('--dry-run', 'only say what is wrong; exit code 1 when anything is')
    .action(({ dryRun = false }: { dryRun?: boolean }) =>
      run(async ({ app }) => {
        const ctx = systemCtx(app.get(DataSource).manager, 'fixtree');
        const faults = await app.get(FixTree).run(ctx, { dryRun });
        for (const fault of faults) console.log(`${dryRun ? 'Found' : 'Mended'}: page ${fault.pageId}, ${fault.what}`);
        console.log(faults.length === 0 ? 'The tree is right.' : `${faults.length} fault(s).`);
        return dryRun && faults.length > 0 ? 1 : 0;
      }),
    );
}
