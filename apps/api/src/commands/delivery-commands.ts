import { AllowedRenditions, SearchUpkeep } from '@pipit/cms';
import type { Command } from 'commander';
import type { RunInApp } from '../cli.js';

/** `renditions:sign`, `search:rebuild`. */
export function addDeliveryCommands(program: Command, run: RunInApp): void {
  program
    .command('renditions:sign')
    .argument('<list>', 'what the content API is asked for: hero:fill-1200x600,thumb:width-320')
    .description('Signs a list of renditions, so that readers may ask for them though no type declares them.')
    .action((list: string) =>
      run(async ({ app }) => {
        const signature = app.get(AllowedRenditions, { strict: false }).sign(list);
        console.log(String(new URLSearchParams({ renditions: list, renditions_signature: signature })));
      }),
    );

  program
    .command('search:rebuild')
    .description('Indexes anew what readers can find, while the site is in use.')
    .action(() =>
      run(async ({ app }) => {
        await app.get(SearchUpkeep, { strict: false }).rebuild((type, done) => {
          console.log(`${type}: ${done}`);
        });
        console.log('What readers can find is indexed anew.');
      }),
    );
}
