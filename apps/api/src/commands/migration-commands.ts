import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Migrations, SchemaComparison, migrationFile, type SchemaChanges } from '@pipit/cms';
import type { RunInApp } from '../cli.js';

/** Where migrations live, relative to the repository. */
const CORE_DIR = 'migrations';

/** `migrate`, `makemigrations`, `showmigrations`. */
export function addMigrationCommands(program: Command, run: RunInApp): void {
  program
    .command('migrate')
    .description('Runs all pending migrations in one transaction.')
    .action(() =>
      run(async ({ app }) => {
        const names = await app.get(Migrations).run();
        console.log(names.length === 0 ? 'Nothing to migrate.' : `Ran ${names.length}: ${names.join(', ')}.`);
      }),
    );

  program
    .command('showmigrations')
    .description('Lists all migrations; [x] has run.')
    .action(() =>
      run(async ({ app }) => {
        for (const { name, applied } of await app.get(Migrations).list())
          console.log(`[${applied ? 'x' : ' '}] ${name}`);
      }),
    );

  program
    .command('makemigrations')
    .description('Writes a migration for every difference between the declared types and the database.')
    .option('--check', 'write nothing; exit code 1 when there are differences')
    .option('--name <words>', 'what the migration does, e.g. "add opening hours"', 'update types')
    .action(({ check, name }: { check?: boolean; name: string }) =>
      run(async ({ app, project }) => {
        const pending = await app.get(Migrations).pending();
        if (pending.length > 0)
          throw new Error(`Run npm run pipit -- migrate first: ${pending.join(', ')} are pending.`);
        const changes = await app.get(SchemaComparison).compare(project);
        const sets: [SchemaChanges, string][] = [
          [changes.core, CORE_DIR],
          [changes.project, project.migrationsDir],
          ...changes.plugins.map((each): [SchemaChanges, string] => [each.changes, each.migrationsDir]),
        ];
        const due = sets.filter(([set]) => set.up.length > 0);
        if (due.length === 0) console.log('No changes.');
        if (check) {
          for (const [set, dir] of due) console.log(`${dir}:\n  ${set.up.join('\n  ')}`);
          return due.length > 0 ? 1 : 0;
        }
        for (const [set, dir] of due) console.log(`Wrote ${await write(dir, name, set)}`);
        return 0;
      }),
    );
}

/** Writes the file and adds its class to the folder's index, which is what runs them. */
async function write(dir: string, name: string, changes: SchemaChanges): Promise<string> {
  const file = migrationFile(name, changes, Date.now());
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, file.fileName), file.source);
  const index = join(dir, 'index.ts');
  const source = await readFile(index, 'utf8').catch(() => emptyIndex);
  const imported = `import { ${file.className} } from './${file.fileName.replace(/\.ts$/, '.js')}';\n`;
  const listed = source.replace(/\];\s*$/, `  ${file.className},\n];\n`).replace(/= \[  /, '= [\n  ');
  await writeFile(index, imported + listed);
  return join(dir, file.fileName);
}

const emptyIndex = `
/** Migrations in the order they run. */
export const migrations = [];
`;
