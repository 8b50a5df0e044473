import { PurgeTrash, RevisionRetention, systemCtx } from '@pipit/cms';
import { InvalidArgumentError, type Command } from 'commander';
import { DataSource } from 'typeorm';
import type { RunInApp } from '../cli.js';

interface PurgeOptions {
  readonly days?: number;
  readonly keep?: number;
  readonly dryRun?: boolean;
}

/** `purge revisions`, `purge trash`. */
export function addPurgeCommands(program: Command, run: RunInApp): void {
  const purge = program.command('purge').description('Removes what is not needed any more.');
  purge
    .command('revisions')
    .description('Removes old versions of pages and snippets. Live, newest, named and scheduled ones always stay.')
    .option('--days <number>', 'those younger than that many days stay', wholeNumber)
    .option('--keep <number>', 'that many of the newest of each stay', wholeNumber)
    .option('--dry-run', 'says what would be done and keeps everything')
    .action(({ days, keep, dryRun = false }: PurgeOptions) =>
      run(async ({ app }) => {
        if (days === undefined && keep === undefined) throw new Error('Say what stays: --days, --keep, or both.');
        const retention = app.get(RevisionRetention, { strict: false });
        const bounds = {
          ...(days === undefined ? {} : { keepDays: days }),
          ...(keep === undefined ? {} : { keepCount: keep }),
        };
        if (dryRun) {
          console.log(`${await retention.count(bounds)} old versions would be removed.`);
          return;
        }
        const ctx = systemCtx(app.get(DataSource).manager, 'purge revisions');
        console.log(`${await retention.purge(ctx, bounds)} old versions were removed.`);
      }),
    );
  purge
    .command('trash')
    .description('Deletes pages for good that have been in the trash for long. What something points at stays.')
    .option('--older-than <days>', 'how long they have been there; 0: everything', wholeNumber, 90)
    .option('--force', 'even what content elsewhere or a redirect points at')
    .action(({ olderThan, force = false }: { olderThan: number; force?: boolean }) =>
      run.acting('purge trash', async ({ app, ctx }) => {
        const { pages, kept } = await app
          .get(PurgeTrash, { strict: false })
          .run(ctx, { olderThanDays: olderThan, force });
        for (const { title, reason } of kept) console.log(`Kept “${title}”: ${reason}`);
        console.log(`${pages} page(s) are gone for good.`);
      }),
    );
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Not a whole number.');
  return Number(text);
}
