import { dirname, join } from 'node:path';
import { Argument, type Command } from 'commander';
import {
  blockScaffold,
  namesOf,
  pageTypeScaffold,
  pluginScaffold,
  snippetScaffold,
  writePlugin,
  writeScaffold,
  type Names,
  type Scaffold,
  type Written,
} from '@pipit/scaffolding';
import { loadProject } from '../load-project.js';

type Template = (names: Names, app: string) => Scaffold;

const TEMPLATES: Readonly<Record<string, Template>> = {
  'page-type': pageTypeScaffold,
  snippet: snippetScaffold,
  block: blockScaffold,
};

const PLUGIN = 'plugin';

interface Options {
  readonly dir?: string;
  readonly app?: string;
}

/** `generate`: the first files of something new. */
export function addGenerateCommand(program: Command): void {
  program
    .command('generate')
    .addArgument(new Argument('<what>', 'what to begin').choices([...Object.keys(TEMPLATES), PLUGIN]))
    .argument('<name>', 'its name, e.g. NewsPage or news-page')
    .option(
      '--dir <folder>',
      'where to write; default: the folder `types` beside the project’s migrations, for a plugin the repository',
    )
    .option('--app <name>', 'first part of the type’s name and of its table; default: the project’s name')
    .description('Writes a declaration or a plugin and its test, and adds it to the project’s types or to the build.')
    .action(async (what: string, name: string, options: Options) => {
      const { files, next } = await (what === PLUGIN ? newPlugin(name, options) : newDeclaration(what, name, options));
      for (const file of files) console.log(`Wrote ${file}`);
      for (const step of next) console.log(`Next: ${step}`);
    });
}

async function newDeclaration(what: string, name: string, options: Options): Promise<Written> {
  const project = await loadProject(process.env['PIPIT_PROJECT'] || null);
  const scaffold = TEMPLATES[what]!(namesOf(name), options.app ?? project.name);
  return writeScaffold(scaffold, options.dir ?? join(dirname(project.migrationsDir), 'types'));
}

function newPlugin(name: string, { dir = '.' }: Options): Promise<Written> {
  const names = namesOf(name);
  return writePlugin(pluginScaffold(names), names, dir);
}
