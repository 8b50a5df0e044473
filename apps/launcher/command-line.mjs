import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from './build.mjs';
import { claimClone, claimFile } from './claim.mjs';
import { embedded } from './database.mjs';
import { firstStartOf } from './first-start.mjs';
import { layout } from './layout.mjs';
import { readLock } from './lock.mjs';
import { stillRuns } from './processes.mjs';
import { Scope } from './scope.mjs';
import { serverEnvironment } from './services.mjs';
import { exitCodeOf, stopRequest } from './stop.mjs';

const ownName = 'npm run pipit --';

/**
 * Runs a command of Pipit's command line against DATABASE_URL, the database of a running `npm start`, or the embedded
 * one, started for as long as the command takes.
 * @param {string[]} args
 * @param {(line: string) => void} say
 * @returns {Promise<number>} the command's exit code
 */
export async function runPipit(args, say) {
  const scope = new Scope();
  const stopping = stopRequest();
  const work = runCommand(scope, args, say);
  try {
    const first = await Promise.race([work, stopping]);
    return typeof first === 'number' ? first : exitCodeOf(first);
  } finally {
    work.catch(() => {});
    await scope.close();
  }
}

/**
 * @param {Scope} scope
 * @param {string[]} args
 * @param {(line: string) => void} say
 */
async function runCommand(scope, args, say) {
  await ensureBuilt(layout, scope, say, ['server']);
  const database = needsNoDatabase(args) ? null : await databaseFor(scope, args, say);
  const url = database?.url ?? process.env.DATABASE_URL ?? '';
  scope.throwIfClosing();
  // In our own process group and on our own terminal, so that it may ask questions and gets Ctrl-C itself.
  const child = spawn(process.execPath, ['--enable-source-maps', layout.cli, ...args], {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, ...serverEnvironment(layout, url) },
  });
  scope.add(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  const [code] = await once(child, 'exit');
  if (code === 0 && database) leaveOutOfFirstStart(args[0], database);
  return typeof code === 'number' ? code : 1;
}

/** @param {string[]} args */
function needsNoDatabase(args) {
  return args.length === 0 || args.includes('--help') || args.includes('-h') || args[0] === 'help';
}

/**
 * @param {Scope} scope
 * @param {string[]} args
 * @param {(line: string) => void} say
 * @returns {Promise<{ url: string, isEmpty: boolean, isEmbedded: boolean }>}
 */
async function databaseFor(scope, args, say) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, isEmpty: false, isEmbedded: false };
  for (let told = false; ; told = true) {
    const holder = readLock(claimFile(layout));
    if (!holder || !stillRuns(holder.owner)) break;
    const passing = holder.command.startsWith(ownName);
    if (holder.databaseUrl && !passing) return { url: holder.databaseUrl, isEmpty: false, isEmbedded: true };
    // What another `npm run pipit` started ends with it: no ground to build on.
    if (!told)
      say(`Waiting for "${holder.command}" (process ${holder.owner.pid}), which uses the database of this clone`);
    scope.throwIfClosing();
    await sleep(200);
  }
  const lock = await claimClone(layout, scope, `${ownName} ${args[0]}`);
  const server = await embedded(layout.postgres, scope, say);
  lock.update({ databaseUrl: server.databaseUrl });
  const database = { url: server.databaseUrl, isEmpty: server.isNew, isEmbedded: true };
  // A database made by this command still gets its demo and administrator from the first `npm start`.
  firstStartOf(layout, database);
  return database;
}

/**
 * What the user did by hand, the first start need not do.
 * @param {string | undefined} command
 * @param {{ url: string, isEmbedded: boolean }} database
 */
function leaveOutOfFirstStart(command, database) {
  const steps = firstStartOf(layout, { ...database, isEmpty: false });
  if (command === 'demo:load' || command === 'import') steps.demo.done();
  if (command === 'user:create-admin') steps.administrator.done();
}
