import type { Command } from 'commander';
import { Migrations } from '@pipit/cms';
import type { RunInApp } from '../cli.js';
import { addMakeMigrations } from './make-migrations.js';

const print = (line: string): void => console.log(line);

/** `migrate`, `revert`, `showmigrations`, `sqlmigrate`, `makemigrations`. */
export function addMigrationCommands(program: Command, run: RunInApp): void {
  program
    .command('migrate')
    .argument('[name]', 'run, or take back, until this migration is the last: its name, its file, or how it begins')
    .description('Runs pending migrations, each in a transaction of its own, one process at a time.')
    .option('--plan', 'print the SQL and run nothing')
    .option('--fake', 'record migrations as run (or taken back) without running them')
    .action((target: string | undefined, { plan, fake = false }: { plan?: boolean; fake?: boolean }) =>
      run(async ({ app, project }) => {
        const migrations = app.get(Migrations);
        if (plan) return printPlan(await migrations.plan(project, target));
        const names = await migrations.run(project, { ...(target ? { target } : {}), fake, print });
        const verb = fake ? 'Recorded' : 'Ran';
        print(names.length === 0 ? 'Nothing to migrate.' : `${verb} ${names.length}: ${names.join(', ')}.`);
      }),
    );

  program
    .command('revert')
    .description('Takes the last migration back.')
    .option('--fake', 'only record it as not run')
    .action(({ fake = false }: { fake?: boolean }) =>
      run(async ({ app, project }) => {
        const name = await app.get(Migrations).revert(project, { fake, print });
        print(name === null ? 'Nothing to revert.' : `Reverted ${name}.`);
      }),
    );

  program
    .command('showmigrations')
    .description('Lists all migrations; [x] has run, [?] has run and is not in this code.')
    .action(() =>
      run(async ({ app, project }) => {
        const migrations = app.get(Migrations);
        for (const { name, applied } of await migrations.list(project)) print(`[${applied ? 'x' : ' '}] ${name}`);
        for (const name of await migrations.unknown()) print(`[?] ${name}`);
      }),
    );

  program
    .command('sqlmigrate')
    .argument('<name>', 'a migration: its name, its file, or how it begins')
    .description('Prints the SQL of one migration.')
    .option('--down', 'the SQL that takes it back')
    .action((name: string, { down }: { down?: boolean }) =>
      run(async ({ app, project }) => {
        const statements = await app.get(Migrations).sqlOf(name, down ? 'down' : 'up', project);
        statements.forEach((sql) => print(asStatement(sql)));
      }),
    );

  addMakeMigrations(program, run);
}

function printPlan(steps: Awaited<ReturnType<Migrations['plan']>>): void {
  if (steps.length === 0) print('Nothing to migrate.');
  for (const { step, statements } of steps) {
    print(`-- ${step.node.name}${step.direction === 'down' ? ' (taken back)' : ''}`);
    statements.forEach((sql) => print(asStatement(sql)));
  }
}

const asStatement = (sql: string): string => (sql.startsWith('--') ? sql : `${sql.trim()};`);
