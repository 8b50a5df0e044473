import path from 'node:path';
import { serverEnvironment } from './services.mjs';

/** @import { Layout } from './layout.mjs' */
/** @import { Scope } from './scope.mjs' */

/**
 * Runs a command of Pipit's command line as a step; its output goes to a log and is shown only when it fails.
 * @param {Layout} layout
 * @param {Scope} scope
 * @param {string} databaseUrl
 * @param {string[]} args
 * @param {{ input?: string, env?: Record<string, string> }} [options]
 */
export async function runCli(layout, scope, databaseUrl, args, { input, env } = {}) {
  const [command = ''] = args;
  await scope.run({
    name: `"pipit ${command}"`,
    program: process.execPath,
    args: ['--enable-source-maps', layout.cli, ...args],
    cwd: layout.root,
    env: { ...serverEnvironment(layout, databaseUrl), ...env },
    log: path.join(layout.logs, `${command.replace(/\W/g, '-')}.log`),
    input,
  });
}
