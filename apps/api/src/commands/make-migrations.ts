import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import {
  Migrations,
  SchemaComparison,
  renameInWords,
  mergeConflicts,
  writeMigration,
  type MigrationGraph,
  type Plugin,
  type Risk,
  type SchemaChanges,
} from '@pipit/cms';
import type { CommandEnvironment, RunInApp } from '../cli.js';

/** Where migrations of Pipit's own tables live, relative to the repository. */
const CORE_DIR = 'migrations';

interface Options {
  readonly check?: boolean;
  readonly name?: string;
  readonly empty?: boolean;
  readonly core?: boolean;
  readonly merge?: boolean;
  readonly allowDestructive?: boolean;
  readonly rename?: readonly string[];
  readonly renameType?: readonly string[];
}

/** One folder of migrations. */
interface Area {
  readonly dir: string;
  readonly graph: MigrationGraph;
  readonly importFrom: string;
}

/** `makemigrations`. */
export function addMakeMigrations(program: Command, run: RunInApp): void {
  const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  program
    .command('makemigrations')
    .description('Writes a migration for every difference between the declared types and the database.')
    .option('--check', 'write nothing; exit code 1 when there are differences')
    .option('--name <words>', 'what the migration does, e.g. "add opening hours"')
    .option('--rename <Type.old=new>', 'a field has another name now; may be repeated', collect)
    .option('--rename-type <Old=New>', 'a type has another name now; may be repeated', collect)
    .option('--allow-destructive', 'write steps that lose data')
    .option('--empty', 'write a migration without statements, to be filled in by hand')
    .option('--core', "with --empty: among Pipit's own migrations")
    .option('--merge', 'join the two ends that migrations of two branches have')
    .action((options: Options) => run((environment) => makeMigrations(environment, options)));
}

async function makeMigrations(environment: CommandEnvironment, options: Options): Promise<number> {
  const { app, project } = environment;
  const migrations = app.get(Migrations);
  const set = migrations.set(project);
  const plugins = project.plugins ?? [];
  const [core, ...others] = set.areas;
  const own = others.pop();
  const areas: readonly [Area, Area, ...Area[]] = [
    { dir: CORE_DIR, graph: core!, importFrom: '@pipit/migrator' },
    { dir: project.migrationsDir, graph: own!, importFrom: '@pipit/cms' },
    ...others.map((graph, index) => ({ dir: dirOf(plugins[index]!), graph, importFrom: '@pipit/cms' })),
  ];
  if (options.merge) return merge(areas, options.name ?? 'merge');
  set.requireOneHead();
  if (options.empty) {
    await write(areas[options.core ? 0 : 1], options.name ?? 'by hand', NOTHING);
    return 0;
  }
  const pending = await migrations.pending(project);
  if (pending.length > 0) throw new Error(`Run npm run pipit -- migrate first: ${pending.join(', ')} are pending.`);
  const ask = !options.check && process.stdin.isTTY ? askPerson : null;
  const answers = { fields: options.rename ?? [], types: options.renameType ?? [], ask };
  const compared = await app.get(SchemaComparison).compare(project, answers);
  const sets: [SchemaChanges, Area][] = [
    [compared.core, areas[0]],
    [compared.project, areas[1]],
    ...compared.plugins.map((changes, index): [SchemaChanges, Area] => [changes, areas[2 + index]!]),
  ];
  const due = sets.filter(([changes]) => changes.up.length > 0 || changes.content.length > 0);
  if (due.length === 0) console.log('No changes.');
  if (options.check) {
    for (const [changes, { dir }] of due) console.log(`${dir}:\n  ${linesOf(changes).join('\n  ')}`);
    return due.length > 0 ? 1 : 0;
  }
  const risks = due.flatMap(([changes]) => changes.risks);
  if (!options.allowDestructive) refuseRisks(risks, compared.hints);
  if (risks.length > 0) console.log(`By your leave, in this database:\n${risks.map(lineOf).join('\n')}`);
  for (const [changes, area] of due) await write(area, options.name ?? 'update types', changes);
  return 0;
}

const dirOf = ({ name, migrationsDir = `libs/contrib/${name}/src/migrations` }: Plugin): string => migrationsDir;

const NOTHING: SchemaChanges = { up: [], down: [], content: [], risks: [] };

/** What a migration would do, a line each. */
function linesOf({ up, content }: SchemaChanges): string[] {
  return [...up, ...content.map((each) => `-- ${renameInWords(each)}`)];
}

const lineOf = ({ message }: Risk): string => `  ${message}`;

function refuseRisks(risks: readonly Risk[], hints: readonly string[]): void {
  if (risks.length === 0) return;
  throw new Error(
    [
      'Nothing was written, as this would lose data or fail over it:',
      ...risks.map(lineOf),
      ...(hints.length > 0 ? ['Was something renamed?', ...hints.map((hint) => `  ${hint}`)] : []),
      'If it is meant, say --allow-destructive.',
    ].join('\n'),
  );
}

async function write({ dir, graph, importFrom }: Area, name: string, changes: SchemaChanges): Promise<void> {
  const after = graph.heads().map((head) => head.name);
  const last = Math.max(0, ...graph.nodes.map(({ timestamp }) => timestamp));
  const draft = { name, after, importFrom, up: changes.up, down: changes.down, content: changes.content };
  console.log(`Wrote ${await writeMigration(dir, draft, Math.max(Date.now(), last + 1))}`);
}

async function merge(areas: readonly Area[], name: string): Promise<number> {
  const forked = areas.filter(({ graph }) => graph.heads().length > 1);
  if (forked.length === 0) console.log('Nothing to merge.');
  for (const area of forked) {
    const conflicts = await mergeConflicts(area.graph);
    if (conflicts.length > 0) {
      const lines = conflicts.map(({ what, migrations }) => `  ${what}: ${migrations.join(', ')}`);
      throw new Error(`Both branches touch the same; rewrite the one that was not released:\n${lines.join('\n')}`);
    }
    await write(area, name, NOTHING);
  }
  return 0;
}

async function askPerson(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
