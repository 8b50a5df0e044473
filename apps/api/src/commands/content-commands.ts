import type { Command } from 'commander';
import { FixTree, ReferenceUpkeep, UnknownBlocks } from '@pipit/cms';
import type { RunInApp } from '../cli.js';

/** `demo:load`, `content:unknown-blocks`, `references:rebuild`, `fixtree`. */
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
      run.acting('content:unknown-blocks', async ({ app, ctx }) => {
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
    .command('fixtree')
    .description('Finds what is wrong with the page tree: parents, places, depths, counts, addresses, rows of types.')
    .option('--fix', 'mend it; without, exit code 1 when anything is wrong')
    .action(({ fix = false }: { fix?: boolean }) =>
      run.acting('fixtree', async ({ app, ctx }) => {
        const faults = await app.get(FixTree).run(ctx, { dryRun: !fix });
        for (const fault of faults) console.log(`${fix ? 'Mended' : 'Found'}: page ${fault.pageId}, ${fault.what}`);
        console.log(faults.length === 0 ? 'The tree is right.' : `${faults.length} fault(s).`);
        return !fix && faults.length > 0 ? 1 : 0;
      }),
    );
}
