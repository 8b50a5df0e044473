import { SetMetadata } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';

export const CLI_COMMAND = 'pipit:cli-command';

/** One option of a command. */
export interface CliOption {
  /** As the command line writes it: `--dry-run`, `-n, --limit <number>`. */
  readonly flags: string;
  /** Shown by `--help`. */
  readonly description: string;
  /** What holds without the option. */
  readonly default?: string | boolean;
}

/** What a command says about itself. */
export interface CliCommandOptions {
  /** The plugin's name, what the command does, and its arguments: `newsletter:send <list> [date]`. */
  readonly name: string;
  /** One sentence, shown by `--help`. */
  readonly description: string;
  /** What may be said besides the arguments. */
  readonly options?: readonly CliOption[];
}

/** How a command was called. */
export interface CliCall {
  /** Who acts: Pipit itself, named after the command in the audit log, or whom `--as` names, with that person's rights. */
  readonly ctx: Ctx;
  /** By the names in angle or square brackets; those left out are absent. */
  readonly args: Readonly<Record<string, string>>;
  /** By name in camel case: `--dry-run` is `dryRun`. */
  readonly options: Readonly<Record<string, string | boolean>>;
  /** Prints one line. */
  readonly print: (line: string) => void;
}

/** A method that does a command's work, and may answer an exit code. */
export type CliMethod = (call: CliCall) => Promise<number | void> | number | void;

/**
 * Makes a method of a provider a command of `npm run pipit`. `--help` lists it without an application or a database
 * around it; when it is called, both are there.
 */
export function CliCommand(options: CliCommandOptions) {
  return <M extends CliMethod>(target: object, key: string, descriptor: TypedPropertyDescriptor<M>): void => {
    SetMetadata(CLI_COMMAND, options)(target, key, descriptor as PropertyDescriptor);
  };
}
