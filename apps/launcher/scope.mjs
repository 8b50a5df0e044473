import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Interrupted, Problem } from './problem.mjs';
import { guardAgainstOurDeath, recordOf, signal, stopRecorded } from './processes.mjs';

/** @import { ProcessRecord } from './processes.mjs' */

/**
 * @typedef {object} ProcessOptions
 * @property {string} name as shown to the user
 * @property {string} program
 * @property {string[]} args
 * @property {string} cwd
 * @property {Record<string, string | undefined>} [env] added to our own
 * @property {string} [log] file its output goes to; without one it goes where ours goes
 * @property {number} [tail] how many lines of the log its last words are, 20 unless told
 * @property {string} [input] text for its standard input
 */

/**
 * A process we started, with everything it started itself.
 * @typedef {object} Started
 * @property {string} name
 * @property {ProcessRecord} record
 * @property {Promise<string>} ended says how: "exit code 1", "signal SIGKILL"
 * @property {() => boolean} isRunning
 * @property {() => string} lastWords the end of its log
 * @property {() => Promise<void>} stop
 */

/**
 * Owns everything that has to be stopped or removed when a command ends, and does it in reverse order. Once closing,
 * it starts nothing more: steps still under way end with `Interrupted`.
 */
export class Scope {
  /** @type {(() => Promise<void> | void)[]} */
  #cleanups = [];
  /** @type {Promise<void> | null} */
  #closing = null;

  /** @param {() => Promise<void> | void} cleanup */
  add(cleanup) {
    this.#cleanups.push(cleanup);
  }

  throwIfClosing() {
    if (this.#closing) throw new Interrupted();
  }

  /**
   * @param {ProcessOptions} options
   * @returns {Started}
   */
  start(options) {
    this.throwIfClosing();
    const started = startProcess(options);
    this.add(started.stop);
    return started;
  }

  /**
   * Runs a program to its end.
   * @param {ProcessOptions} options
   */
  async run(options) {
    const started = this.start(options);
    const how = await started.ended;
    this.throwIfClosing();
    if (how === 'exit code 0') return;
    throw new Problem(`${options.name} failed (${how}).${options.log ? `\n${started.lastWords()}` : ''}`);
  }

  /** Stops all, last started first; further calls wait for the first. */
  close() {
    this.#closing ??= (async () => {
      for (let cleanup = this.#cleanups.pop(); cleanup; cleanup = this.#cleanups.pop()) await cleanup();
    })();
    return this.#closing;
  }
}

/**
 * @param {ProcessOptions} options
 * @returns {Started}
 */
function startProcess({ name, program, args, cwd, env = {}, log, tail = 20, input }) {
  const output = log ? openLog(log) : 'inherit';
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', output, output],
    // A process group of its own: Ctrl-C reaches us alone, we stop things in order, and grandchildren go along.
    detached: process.platform !== 'win32',
  });
  if (typeof output === 'number') closeSync(output);
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  const pid = child.pid;
  const record = recordOf(pid ?? 0);
  const release = pid ? guardAgainstOurDeath(-pid) : () => {};
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, by) => {
      release();
      // What it started may outlive it: nothing of the group stays.
      if (pid && process.platform !== 'win32') signal(-pid, 'SIGKILL');
      resolve(code === null ? `signal ${by}` : `exit code ${code}`);
    });
  });
  const isRunning = () => pid !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    name,
    record,
    ended,
    isRunning,
    lastWords: () => (log ? `The end of ${log}:\n${tailOf(log, tail)}` : ''),
    async stop() {
      if (!isRunning()) return;
      await stopRecorded(record, { group: true });
      await ended;
    },
  };
}

/** @param {string} file */
function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'w', 0o600);
}

/**
 * @param {string} file
 * @param {number} lines
 */
function tailOf(file, lines) {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
