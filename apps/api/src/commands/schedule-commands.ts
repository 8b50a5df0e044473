import type { Command } from 'commander';
import { ScheduleRunner } from '@pipit/cms';
import type { RunInApp } from '../cli.js';

/** `publish-scheduled`. */
export function addScheduleCommands(program: Command, run: RunInApp): void {
  program
    .command('publish-scheduled')
    .description('Publishes and takes offline what is due. A running server does so by itself.')
    .option('--dry-run', 'only say what is due; exit code 1 when anything is')
    .action(({ dryRun = false }: { dryRun?: boolean }) =>
      run(async ({ app }) => {
        const runner = app.get(ScheduleRunner, { strict: false });
        if (!dryRun) {
          const done = await runner.all();
          console.log(done === 0 ? 'Nothing was due.' : `${done} done.`);
          return 0;
        }
        const due = await runner.due();
        for (const { kind, subjectType, subjectId, label, at } of due) {
          const what = kind === 'goLive' ? 'goes live' : 'goes offline';
          console.log(`Due: ${subjectType} ${subjectId} “${label}” ${what}, since ${at.toISOString()}`);
        }
        console.log(due.length === 0 ? 'Nothing is due.' : `${due.length} due.`);
        return due.length > 0 ? 1 : 0;
      }),
    );
}
