import path from 'node:path';
import { takeLock } from './lock.mjs';
import { Problem } from './problem.mjs';

/** @import { Layout } from './layout.mjs' */
/** @import { Scope } from './scope.mjs' */

/** @param {Layout} layout */
export function claimFile(layout) {
  return path.join(layout.state, 'running.lock');
}

/**
 * Claims the clone for a command that runs its database; only one can at a time.
 * @param {Layout} layout
 * @param {Scope} scope
 * @param {string} command
 */
export async function claimClone(layout, scope, command) {
  const { lock, holder } = await takeLock(claimFile(layout), command);
  if (!lock) {
    throw new Problem(
      `"${holder.command}" is already running in this clone (process ${holder.owner.pid}). Stop it first: Ctrl-C in its terminal, or kill ${holder.owner.pid}.`,
    );
  }
  scope.add(lock.release);
  return lock;
}
