import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A process of the compiled server, started by whoever runs the storm.
 * @typedef {object} ServerProcess
 * @property {number} pid
 * @property {Promise<unknown>} ended
 * @property {() => boolean} isRunning
 * @property {() => string} lastWords what it printed
 */

const READY_WITHIN = 60_000;

/** One process that serves the API, always at the same address, to be killed and started again. */
export class StormServer {
  /** @type {ServerProcess | null} */
  #process = null;
  #start;
  #port;

  /**
   * @param {number} port
   * @param {(port: number) => ServerProcess} start
   */
  constructor(port, start) {
    this.#port = port;
    this.#start = start;
  }

  get origin() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Of the process that runs; 0 when none does. */
  get pid() {
    return this.#process?.isRunning() ? this.#process.pid : 0;
  }

  /** Starts it, and waits until it answers. Tells how many milliseconds that took. */
  async start() {
    const begin = performance.now();
    const server = this.#start(this.#port);
    this.#process = server;
    while (performance.now() - begin < READY_WITHIN && server.isRunning()) {
      const answer = await fetch(`${this.origin}/api/admin/v1/health`).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return performance.now() - begin;
      await sleep(20);
    }
    throw new Error(`The server did not become ready.\n${server.lastWords()}`);
  }

  /** As by `kill -9`: it has no time to end anything. */
  async kill() {
    await this.#end('SIGKILL');
  }

  /** Politely. */
  async stop() {
    await this.#end('SIGTERM');
  }

  get isRunning() {
    return this.#process?.isRunning() ?? false;
  }

  /** What the process that runs, or ran last, has printed. */
  lastWords() {
    return this.#process?.lastWords() ?? '';
  }

  /** @param {'SIGKILL' | 'SIGTERM'} signal */
  async #end(signal) {
    const server = this.#process;
    if (!server?.isRunning()) return;
    process.kill(server.pid, signal);
    const timer = setTimeout(() => server.isRunning() && process.kill(server.pid, 'SIGKILL'), 20_000);
    await server.ended;
    clearTimeout(timer);
  }
}
