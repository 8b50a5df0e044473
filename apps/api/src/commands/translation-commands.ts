import { InvalidArgumentError, Option, type Command } from 'commander';
import { TranslatePage } from '@pipit/cms';
import type { RunInApp } from '../cli.js';

interface TranslateOptions {
  readonly subtree?: boolean;
  readonly alias?: boolean;
  readonly parents: 'aliases' | 'drafts' | 'refuse';
}

/** `pages:translate`. */
export function addTranslationCommands(program: Command, run: RunInApp): void {
  program
    .command('pages:translate')
    .description('Makes drafts in other languages of a page: all of them, or none.')
    .argument('<page>', 'its id', pageId)
    .argument('<languages...>', 'codes such as de or pt-BR')
    .option('--subtree', 'with all pages below; those that are there already stay as they are')
    .option('--alias', 'mirrors that stand in for translations, instead of drafts')
    .addOption(
      new Option('--parents <how>', 'what becomes of pages above that are not there yet')
        .choices(['aliases', 'drafts', 'refuse'])
        .default('aliases'),
    )
    .action((page: number, locales: string[], { subtree = false, alias = false, parents }: TranslateOptions) =>
      run.acting('pages:translate', async ({ app, ctx }) => {
        const wish = { pageId: page, locales, subtree, alias, parents };
        for (const made of await app.get(TranslatePage, { strict: false }).run(ctx, wish)) {
          console.log(`${made.locale}: ${made.pages} page(s), the first is page ${made.page.id}.`);
        }
      }),
    );
}

function pageId(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is the id of a page, a whole number.');
}
