import { InvalidArgumentError, type Command } from 'commander';
import { MoveChildren, SetUrlPaths } from '@pipit/cms';
import type { RunInApp } from '../cli.js';

/** `pages:move`, `pages:set-url-paths`. */
export function addTreeCommands(program: Command, run: RunInApp): void {
  program
    .command('pages:move')
    .description('Moves all pages below one page to below another: all of them, or none.')
    .argument('<from>', 'id of the page they stand below', pageId)
    .argument('<to>', 'id of the page they are to stand below', pageId)
    .action((fromId: number, toId: number) =>
      run.acting('pages:move', async ({ app, ctx }) => {
        const { pages } = await app.get(MoveChildren, { strict: false }).run(ctx, { fromId, toId });
        console.log(`${pages} page(s) moved, each with all below it.`);
      }),
    );

  program
    .command('pages:set-url-paths')
    .description('Derives the addresses of all pages anew from their slugs.')
    .action(() =>
      run.acting('pages:set-url-paths', async ({ app, ctx }) => {
        const { pages } = await app.get(SetUrlPaths, { strict: false }).run(ctx, undefined);
        console.log(pages === 0 ? 'All addresses were right.' : `${pages} address(es) set.`);
      }),
    );
}

function pageId(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is the id of a page, a whole number.');
}
