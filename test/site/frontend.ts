import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const site = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'apps', 'site');

/** The built demo frontend as a process of its own. */
export interface Frontend {
  readonly origin: string;
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; html: string; headers: Headers }>;
  stop(): Promise<void>;
}

/** Starts the frontend in front of a content API. */
export async function startFrontend(apiOrigin: string, more: Readonly<Record<string, string>> = {}): Promise<Frontend> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [path.join(site, 'dist', 'server', 'entry.mjs')], {
    cwd: site,
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), PIPIT_API_URL: apiOrigin, ...more },
    stdio: 'ignore',
  });
  await untilListening(server, origin);
  return {
    origin,
    get: async (address, headers = {}) => {
      const response = await fetch(origin + address, { redirect: 'manual', headers });
      return { status: response.status, html: await response.text(), headers: response.headers };
    },
    stop: () => end(server),
  };
}

async function untilListening(server: ChildProcess, origin: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const response = await fetch(`${origin}/robots.txt`).catch(() => null);
    if (response?.ok) return;
    await sleep(50);
  }
  server.kill('SIGKILL');
  throw new Error('The demo frontend did not start. Build it with npm run build -w apps/site.');
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
