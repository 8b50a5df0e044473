import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBuilt } from './build.mjs';
import { layout } from './layout.mjs';
import { Interrupted, Problem } from './problem.mjs';
import { Scope } from './scope.mjs';
import { exitCodeOf, stopRequest } from './stop.mjs';
import { readResults, summarise, summaryLine } from './test-summary.mjs';

/** @import { Started } from './scope.mjs' */

/** How long jest may take to end once it has written its results: a test left something open. */
const patience = 15_000;

/**
 * Builds what tests start as a whole, runs jest, and ends with the line that counts.
 * @param {string[]} args for jest: paths, `--selectProjects`, `-t`, …
 * @param {(line: string) => void} say
 * @returns {Promise<number>} exit code
 */
export async function runTests(args, say) {
  const scope = new Scope();
  const stopping = stopRequest();
  const work = run(scope, args, say);
  try {
    const first = await Promise.race([work, stopping]);
    if (typeof first === 'string') return exitCodeOf(first);
    say(`\n${summaryLine(first)}`);
    return first.failed === 0 ? 0 : 1;
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
async function run(scope, args, say) {
  const file = path.join(layout.state, `test-results-${process.pid}.json`);
  scope.add(() => rmSync(file, { force: true }));
  try {
    await ensureBuilt(layout, scope, say, ['server', 'editor', 'site']);
  } catch (error) {
    if (error instanceof Interrupted || !(error instanceof Problem)) throw error;
    console.error(error.message);
    return summarise(null);
  }
  mkdirSync(layout.state, { recursive: true });
  const jest = scope.start({
    name: 'jest',
    program: process.execPath,
    args: [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      path.join(layout.root, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--config',
      path.join('test', 'jest.config.mjs'),
      '--json',
      `--outputFile=${file}`,
      ...args,
    ],
    cwd: layout.root,
    // Tests start the server and the command line hundreds of times: what was compiled once is kept.
    env: { NODE_ENV: 'test', NODE_COMPILE_CACHE: path.join(layout.root, '.pipit', 'compiled') },
  });
  await Promise.race([jest.ended, lingering(jest, file, say)]);
  return summarise(readResults(file));
}

/**
 * @param {Started} jest
 * @param {string} file
 * @param {(line: string) => void} say
 */
async function lingering(jest, file, say) {
  while (jest.isRunning() && !existsSync(file)) await sleep(500);
  for (const end = Date.now() + patience; jest.isRunning() && Date.now() < end;) await sleep(200);
  if (!jest.isRunning()) return;
  say('\nA test left something open, so jest did not end by itself (npm test -- --detectOpenHandles finds it).');
  await jest.stop();
}
