import { Inject, Injectable, type Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { StartupCheck, type DeclarationProblem } from '@pipit/content-types';
import { commandsOf } from './commands.js';
import { moduleTree } from './module-tree.js';
import type { Plugin } from './plugin.js';

/** The plugins of the running project. */
export const PLUGINS = Symbol('pipit:plugins');

const NAME = /^[a-z][a-z0-9-]{0,62}$/;

/** Keeps plugins apart: each has a name of its own, and its routes and commands bear it. */
@Injectable()
export class PluginChecks {
  constructor(@Inject(PLUGINS) private readonly plugins: readonly Plugin[]) {}

  @StartupCheck()
  check(): DeclarationProblem[] {
    return [...this.names(), ...this.plugins.flatMap((plugin) => [...routes(plugin), ...commands(plugin)])];
  }

  private names(): DeclarationProblem[] {
    return this.plugins.flatMap(({ name, migrations = [], migrationsDir }, index) => {
      const isTwin = this.plugins.findIndex((other) => other.name === name) < index;
      return [
        ...(NAME.test(name) && !isTwin
          ? []
          : problem('E001', `“${name}” cannot be the name of a plugin.`, 'Use letters, digits and hyphens, once.')),
        ...(migrations.length === 0 || migrationsDir
          ? []
          : problem('E002', `The plugin “${name}” has migrations and no migrationsDir.`, 'Name their folder.')),
      ];
    });
  }
}

function routes({ name, module }: Plugin): DeclarationProblem[] {
  const prefixes = [`api/x/${name}`, `api/admin/v1/x/${name}`];
  return moduleTree([module]).controllers.flatMap((controller) =>
    pathsOf(controller)
      .filter((path) => !prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)))
      .flatMap((path) =>
        problem(
          'E003',
          `${controller.name} of the plugin “${name}” answers at “${path}”.`,
          `Put it below ${prefixes.join(' or ')}.`,
        ),
      ),
  );
}

function commands({ name, module }: Plugin): DeclarationProblem[] {
  return commandsOf({ modules: [module] })
    .filter((command) => !command.name.startsWith(`${name}:`))
    .flatMap((command) =>
      problem('E004', `The plugin “${name}” has a command “${command.name}”.`, `Begin it with “${name}:”.`),
    );
}

function pathsOf(controller: Type): string[] {
  const declared = Reflect.getMetadata(PATH_METADATA, controller) as string | string[] | undefined;
  return [declared ?? ''].flat().map((path) => path.replace(/^\/+/, ''));
}

function problem(id: string, message: string, hint: string): DeclarationProblem[] {
  return [{ id: `plugins.${id}`, message, hint }];
}
