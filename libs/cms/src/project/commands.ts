import type { INestApplicationContext } from '@nestjs/common';
import { CLI_COMMAND, type CliCall, type CliCommandOptions, type CliMethod } from '@pipit/kernel';
import { moduleTree, type ProvidedClass } from './module-tree.js';
import type { Project } from './project.js';

/** A command some plugin brings. */
export interface PluginCommand extends CliCommandOptions {
  /** Does its work with the provider of a running application. */
  run(app: INestApplicationContext, call: CliCall): Promise<number | void>;
}

/** The commands of a project's plugins and modules, found without starting them. */
export function commandsOf({ plugins = [], modules = [] }: Pick<Project, 'plugins' | 'modules'>): PluginCommand[] {
  const tree = moduleTree([...plugins.map(({ module }) => module), ...modules]);
  return tree.providers.flatMap(commandsOfClass);
}

function commandsOfClass({ token, type }: ProvidedClass): PluginCommand[] {
  return methodsOf(type.prototype as object).flatMap(([key, method]) => {
    const options = Reflect.getMetadata(CLI_COMMAND, method) as CliCommandOptions | undefined;
    if (!options) return [];
    const run = async (app: INestApplicationContext, call: CliCall): Promise<number | void> => {
      const provider = app.get<Record<string, CliMethod>>(token, { strict: false });
      return provider[key]?.(call);
    };
    return [{ ...options, run }];
  });
}

function methodsOf(prototype: object): [string, object][] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([key, { value }]) =>
    typeof value === 'function' ? [[key, value as object]] : [],
  );
}
