import {
  DescribeImages,
  MediaMigration,
  MediaSweep,
  MediaVerification,
  ReadDocument,
  systemCtx,
  type MigrationProgress,
} from '@pipit/cms';
import { InvalidArgumentError, type Command } from 'commander';
import { DataSource } from 'typeorm';
import type { RunInApp } from '../cli.js';
import { storageFrom } from '../storage-of.js';

/** How often progress is told, in milliseconds. */
const EVERY = 2000;

/** `media:verify`, `media:migrate`, `media:read`, `media:describe`, `media:sweep`. */
export function addMediaCommands(program: Command, run: RunInApp): void {
  program
    .command('media:verify')
    .description(
      'Compares size and SHA-256 of every file of media with what its rows say. Ends with 1 when any differs.',
    )
    .option('--quick', 'sizes only; reads no file')
    .action(({ quick = false }: { quick?: boolean }) =>
      run(async ({ app }) => {
        const ctx = systemCtx(app.get(DataSource).manager, 'media:verify');
        let faults = 0;
        let seen = 0;
        const progress = (done: number): number => (seen = done);
        for await (const { key, owners, fault } of app
          .get(MediaVerification, { strict: false })
          .faults(ctx, { quick, progress })) {
          faults += 1;
          console.log(`${key} (${owners}): ${FAULTS[fault]}`);
        }
        console.log(`${seen} file(s), ${faults} fault(s).`);
        return faults > 0 ? 1 : 0;
      }),
    );
  program
    .command('media:migrate <target>')
    .description(
      'Copies every file of media to another storage, disk:/folder or s3://bucket/prefix. Goes on where it ended.',
    )
    .action((target: string) =>
      run(async ({ app }) => {
        const ctx = systemCtx(app.get(DataSource).manager, 'media:migrate');
        const storage = await storageFrom(target, 'The target');
        const { failed, ...done } = await app.get(MediaMigration, { strict: false }).copyTo(ctx, storage, nowAndThen());
        for (const { key, owners, reason } of failed) console.log(`${key} (${owners}) was not copied: ${reason}`);
        console.log(inWords({ ...done, failed }));
        return failed.length > 0 ? 1 : 0;
      }),
    );
  program
    .command('media:read')
    .description('Looks into documents nobody looked into yet: for words to be found by, for how long they play.')
    .action(() =>
      run(async ({ app }) => {
        const reader = app.get(ReadDocument, { strict: false });
        const seen = await each(
          (after, limit) => reader.unread(after, limit),
          async (id) => reader.read({ id }).then(() => true),
        );
        console.log(`${seen} document(s) were looked at.`);
      }),
    );
  program
    .command('media:describe')
    .description('Works out dominant colour and placeholder of images that have none: imported ones, for instance.')
    .action(() =>
      run(async ({ app }) => {
        const images = app.get(DescribeImages, { strict: false });
        const seen = await each(
          (after, limit) => images.pending(after, limit),
          (id) => images.describe(id),
        );
        console.log(`${seen} image(s) were described.`);
      }),
    );
  program
    .command('media:sweep')
    .description('Removes files that no row has, and what cut-off writes left. It runs by itself every night.')
    .option(
      '--older-than <minutes>',
      'younger files may belong to an upload that is about to be stored',
      wholeNumber,
      60,
    )
    .option('--dry-run', 'says what would go and keeps everything')
    .action(({ olderThan, dryRun = false }: { olderThan: number; dryRun?: boolean }) =>
      run(async ({ app }) => {
        const sweep = app.get(MediaSweep, { strict: false });
        const { orphans, leftovers } = await sweep.run({ olderThanMinutes: olderThan, dryRun });
        for (const key of orphans) console.log(key);
        console.log(
          `${orphans.length} file(s) without a row and ${leftovers} leftover(s) ${dryRun ? 'are there' : 'are gone'}.`,
        );
      }),
    );
}

const FAULTS = {
  missing: 'is missing',
  size: 'has another size',
  contents: 'has other contents',
} as const;

/** Ids asked for at a time. */
const BATCH = 100;

/** Works on all that is left, in parts; answers how many went well. */
async function each(
  find: (after: number, limit: number) => Promise<number[]>,
  work: (id: number) => Promise<boolean>,
): Promise<number> {
  let done = 0;
  for (let after = 0; ;) {
    const ids = await find(after, BATCH);
    for (const id of ids) if (await work(id)) done += 1;
    if (ids.length < BATCH) return done;
    after = ids.at(-1) ?? 0;
  }
}

/** Prints how far it is, not too often. */
function nowAndThen(): (progress: MigrationProgress) => void {
  let last = Date.now();
  return (progress) => {
    if (Date.now() - last < EVERY) return;
    last = Date.now();
    console.log(inWords(progress));
  };
}

function inWords({ total, copied, skipped, bytes, failed }: MigrationProgress): string {
  const done = copied + skipped + failed.length;
  return `${done} of ${total} files: ${copied} copied (${Math.round(bytes / 1e5) / 10} MB), ${skipped} there already, ${failed.length} failed.`;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Not a whole number.');
  return Number(text);
}
