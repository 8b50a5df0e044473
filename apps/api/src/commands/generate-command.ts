import { dirname, join } from 'node:path';
import { Argument, type Command } from 'commander';
import {
  blockScaffold,
  namesOf,
  pageTypeScaffold,
  snippetScaffold,
  writeScaffold,
  type Names,
  type Scaffold,
} from '@pipit/scaffolding';
import { loadProject } from '../load-project.js';

type Template = (names: Names, app: string) => Scaffold;

const TEMPLATES: Readonly<Record<string, Template>> = {
  'page-type': pageTypeScaffold,
  snippet: snippetScaffold,
  block: blockScaffold,
};

/** `generate`: the first files of something new. */
export function addGenerateCommand(program: Command): void {
  program
    .command('generate')
    .addArgument(new Argument('<what>', 'what to begin').choices(Object.keys(TEMPLATES)))
    .argument('<name>', 'its name, e.g. NewsPage or news-page')
    .option('--dir <folder>', 'where to write; default: the folder `types` beside the project’s migrations')
    .option('--app <name>', 'first part of the type’s name and of its table; default: the project’s name')
    .description('Writes a declaration and its test, and adds the type to the project.')
    .action(async (what: string, name: string, options: { dir?: string; app?: string }) => {
      const project = await loadProject(process.env['PIPIT_PROJECT'] || null);
      const scaffold = TEMPLATES[what]!(namesOf(name), options.app ?? project.name);
      const folder = options.dir ?? join(dirname(project.migrationsDir), 'types');
      const { files, next } = await writeScaffold(scaffold, folder);
      for (const file of files) console.log(`Wrote ${file}`);
      for (const step of next) console.log(`Next: ${step}`);
    });
}
