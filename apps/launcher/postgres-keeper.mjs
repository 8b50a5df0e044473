import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from './postgres.mjs';
import { runningServer } from './postgres/stale.mjs';
import { Problem } from './problem.mjs';
import { stillRuns, stopRecorded } from './processes.mjs';

/** @import { PostgresOptions } from './postgres.mjs' */
/** @import { Scope } from './scope.mjs' */

/** So many restarts within a minute mean that something is wrong which a further one will not mend. */
const mostRestarts = 5;

/**
 * Runs an embedded Postgres for as long as the scope is open. A server that ends on its own is started again on the
 * same port, so the others only see a database that is away for a moment.
 * @param {PostgresOptions} options
 * @param {Scope} scope
 */
export async function keepPostgres(options, scope) {
  const say = options.say ?? (() => {});
  scope.throwIfClosing();
  let closing = false;
  /** @type {string | undefined} */
  let home;
  let starting = startPostgres(options).then((server) => {
    home = server.home;
    return server;
  });
  // Registered before it is up, so that Ctrl-C meanwhile does not leave it behind.
  scope.add(async () => {
    closing = true;
    await (await starting.catch(() => null))?.stop();
    await stopRecorded(home ? runningServer(home) : null, { polite: 'SIGINT', patience: 20_000 });
  });
  const server = await starting.catch((error) => {
    throw new Problem(error.message);
  });
  scope.throwIfClosing();

  const keep = async () => {
    /** @type {number[]} */
    const restarts = [];
    for (;;) {
      await (
        await starting
      ).ended;
      if (closing) return;
      restarts.push(Date.now());
      if (restarts.filter((time) => time > Date.now() - 60_000).length > mostRestarts) return;
      say('The database has ended by itself: starting it again');
      await untilNobodyRuns(server.home, () => closing);
      if (closing) return;
      starting = startPostgres({ ...options, port: server.port });
    }
  };
  // A start that fails for good ends the keeping: whoever waits for `ended` stops the rest.
  return { home: server.home, url: server.url, ended: keep().catch((error) => say(error.message)) };
}

/**
 * Somebody may restart the server by Postgres's own tools: theirs then runs on our data and port, and may.
 * @param {string} home
 * @param {() => boolean} isClosing
 */
async function untilNobodyRuns(home, isClosing) {
  await sleep(300);
  for (let other = runningServer(home); other && stillRuns(other) && !isClosing();) await sleep(500);
}
