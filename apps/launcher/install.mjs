import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLock } from './lock.mjs';
import { Problem } from './problem.mjs';

/** @import { Layout } from './layout.mjs' */

/**
 * @param {string} root
 * @returns {boolean} whether node_modules holds exactly what package-lock.json asks for
 */
export function isInstalled(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  // npm writes this file at the very end of an installation, so half an installation does not pass for a whole one.
  const found = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !found || !existsSync(path.join(root, 'node_modules', '.bin'))) return false;
  return Object.entries(wanted).every(([key, entry]) => {
    if (!key.includes('node_modules/')) return true;
    const installed = found[key];
    if (!installed) return entry.optional === true;
    return entry.link ? installed.link === true : installed.version === entry.version;
  });
}

/**
 * Installs unless node_modules fits the lockfile. Two commands started at once on a fresh clone do it once.
 * @param {Layout} layout
 * @param {(line: string) => void} say
 */
export async function ensureInstalled(layout, say) {
  if (isInstalled(layout.root)) return;
  const lock = await waitForLock(path.join(layout.state, 'install.lock'), say);
  try {
    if (isInstalled(layout.root)) return;
    say('Installing packages with npm ci (a minute or two, only after the lockfile changed)');
    await npmCi(layout);
  } finally {
    lock.release();
  }
}

/**
 * @param {string} file
 * @param {(line: string) => void} say
 */
async function waitForLock(file, say) {
  for (let told = false; ; told = true) {
    const { lock, holder } = await takeLock(file, 'npm ci');
    if (lock) return lock;
    if (!told) say(`Waiting for another command (process ${holder.owner.pid}) which is installing packages`);
    await sleep(500);
  }
}

/** @param {Layout} layout */
async function npmCi(layout) {
  mkdirSync(layout.logs, { recursive: true });
  const log = path.join(layout.logs, 'install.log');
  const output = openSync(log, 'w');
  const { program, args } = npmCommand();
  // Whatever NODE_ENV says: the build tools are development dependencies, Postgres and Node optional ones.
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = spawn(program, [...args, ...flags], { cwd: layout.root, stdio: ['ignore', output, output] });
  const passOn = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  signals.forEach((signal) => process.on(signal, passOn));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('exit', (status, signal) => resolve(status ?? signal));
  });
  signals.forEach((signal) => process.off(signal, passOn));
  if (code === 0) return;
  if (typeof code === 'string') process.exit(130);
  // npm says what is wrong first and explains its options at length after.
  const complaints = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /^npm error/.test(line));
  throw new Problem(`npm ci failed; the whole output is in ${log}.\n\n${complaints.slice(0, 12).join('\n')}`);
}

/**
 * The npm which runs us, or the one on the path.
 * @returns {{ program: string, args: string[] }}
 */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) return { program: process.execPath, args: [script] };
  return { program: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
