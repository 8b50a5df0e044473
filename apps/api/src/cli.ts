import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import type { Ctx } from '@pipit/cms';
import { actingCtx } from './acting.js';
import { AppModule } from './app.module.js';
import { exitWith } from './failure.js';
import { loadProject, type LoadedProject } from './load-project.js';
import { optionsFrom } from './options.js';
import { ServerLogger } from './server-logger.js';
import { storageOf } from './storage-of.js';
import { requireDatabase } from './require-database.js';
import { addContentCommands } from './commands/content-commands.js';
import { addDeliveryCommands } from './commands/delivery-commands.js';
import { addTranslationCommands } from './commands/translation-commands.js';
import { addTreeCommands } from './commands/tree-commands.js';
import { addDoctorCommand } from './commands/doctor-command.js';
import { addGenerateCommand } from './commands/generate-command.js';
import { addImportCommands } from './commands/import-commands.js';
import { addMediaCommands } from './commands/media-commands.js';
import { addPurgeCommands } from './commands/purge-commands.js';
import { addPluginCommands } from './commands/plugin-commands.js';
import { addMigrationCommands } from './commands/migration-commands.js';
import { addScheduleCommands } from './commands/schedule-commands.js';
import { addSchemaCommands } from './commands/schema-commands.js';
import { addUserCommands } from './commands/user-commands.js';

/** What a command works with. */
export interface CommandEnvironment {
  readonly app: INestApplicationContext;
  readonly project: LoadedProject;
}

/** Runs a command's work with the application around it, and ends the process with its exit code. */
export interface RunInApp {
  /** Work on the installation itself, which nobody's rights are about. */
  (work: (environment: CommandEnvironment) => Promise<number | void>): Promise<void>;
  /** Work that somebody does: Pipit itself under the command's name, or whom `--as` names, through the policy. */
  acting(
    command: string,
    work: (environment: CommandEnvironment & { readonly ctx: Ctx }) => Promise<number | void>,
  ): Promise<void>;
}

const program = new Command('pipit')
  .description('The command line of Pipit. It works on the database of DATABASE_URL.')
  .option('--as <email>', 'act with the rights of that person, as far as the command acts for somebody')
  .showHelpAfterError()
  .helpCommand(true);
const asWhom = (): string | undefined => program.opts<{ as?: string }>().as;

const inApp = async (work: (environment: CommandEnvironment) => Promise<number | void>): Promise<void> => {
  const options = optionsFrom(process.env);
  await requireDatabase(options.databaseUrl);
  const project = await loadProject(options.project);
  const app = await NestFactory.createApplicationContext(AppModule.with(options, project, await storageOf(options)), {
    logger: new ServerLogger(),
    abortOnError: false,
  });
  let code: number | void;
  try {
    code = await work({ app, project });
  } finally {
    await app.close();
  }
  process.exitCode = code ?? 0;
};

const runInApp: RunInApp = Object.assign(
  async (work: (environment: CommandEnvironment) => Promise<number | void>) => {
    if (asWhom() !== undefined) throw new Error('--as: this command acts for nobody. Leave it out.');
    return inApp(work);
  },
  {
    acting: (command: string, work: (all: CommandEnvironment & { readonly ctx: Ctx }) => Promise<number | void>) =>
      inApp(async (environment) => work({ ...environment, ctx: await actingCtx(environment.app, command, asWhom()) })),
  },
);

addMigrationCommands(program, runInApp);
addUserCommands(program, runInApp);
addContentCommands(program, runInApp);
addDeliveryCommands(program, runInApp);
addScheduleCommands(program, runInApp);
addTreeCommands(program, runInApp);
addTranslationCommands(program, runInApp);
addImportCommands(program, runInApp);
addPurgeCommands(program, runInApp);
addMediaCommands(program, runInApp);
addSchemaCommands(program, runInApp);
addDoctorCommand(program, runInApp);
addGenerateCommand(program);

try {
  await addPluginCommands(program, runInApp);
  await program.parseAsync();
} catch (error) {
  exitWith(error);
}
