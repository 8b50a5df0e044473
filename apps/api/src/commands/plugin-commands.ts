import type { Command } from 'commander';
import { commandsOf, type PluginCommand } from '@pipit/cms';
import type { RunInApp } from '../cli.js';
import { loadProject } from '../load-project.js';

/** The commands of the project's plugins. Listing them takes the project, and no database. */
export async function addPluginCommands(program: Command, run: RunInApp): Promise<void> {
  const project = await loadProject(process.env['PIPIT_PROJECT'] || null);
  for (const declared of commandsOf(project)) addCommand(program, declared, run);
}

function addCommand(program: Command, declared: PluginCommand, run: RunInApp): void {
  const command = program.command(declared.name).description(declared.description);
  for (const option of declared.options ?? []) command.option(option.flags, option.description, option.default);
  command.action((...given: unknown[]) =>
    run.acting(command.name(), ({ app, ctx }) => {
      const args = command.registeredArguments.flatMap((argument, index) => {
        const value = given[index];
        return typeof value === 'string' ? [[argument.name(), value] as const] : [];
      });
      return declared.run(app, {
        ctx,
        args: Object.fromEntries(args),
        options: command.opts(),
        print: (line) => console.log(line),
      });
    }),
  );
}
