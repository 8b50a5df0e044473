import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Commands } from './commands.js';
import { buildTemplate, createTestDatabase, type TestDatabase } from './database.js';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const compiled = (...names: string[]): string => path.join(repository, 'dist', ...names);

/** The compiled server of this repository. */
export const compiledServer = compiled('apps/api/src/main.js');

/** The administrator every site of the tests has. */
export const ADMINISTRATOR = { email: 'ada@example.org', password: 'a long way to the summit' };

/** What a site of the tests is made of. */
export interface SiteRecipe {
  /** Name of the template database; the same name means the same recipe. */
  readonly name: string;
  /** Compiled module of the project, below `dist`; absent: the demo. */
  readonly project?: string;
  /** Commands that fill the migrated database. */
  readonly fill: readonly (readonly string[])[];
}

/** A server process with a database and a media folder of its own. */
export interface RunningSite {
  readonly origin: string;
  readonly databaseUrl: string;
  /** Everything the server has printed. */
  readonly output: () => string;
  stop(): Promise<void>;
}

/** The demo site as `npm start` loads it. */
export const DEMO: SiteRecipe = { name: 'demo_site', fill: [['demo:load']] };

/** A copy of the recipe's database. */
export async function siteDatabase(recipe: SiteRecipe): Promise<TestDatabase> {
  await buildTemplate(recipe.name, (url) => fill(recipe, url, mediaOf(recipe)));
  return createTestDatabase(recipe.name);
}

/** The media folder is shared by all copies. */
function mediaOf({ name }: SiteRecipe): string {
  return path.join(os.tmpdir(), `pipit-test-media-${process.env['PIPIT_TEST_PREFIX']}-${name}`);
}

/** Starts the compiled server on a copy of the recipe's database. */
export async function startSite(recipe: SiteRecipe): Promise<RunningSite> {
  const database = await siteDatabase(recipe);
  const media = mediaOf(recipe);
  const port = await freePort();
  const server = spawn(process.execPath, ['--enable-source-maps', compiled('apps/api/src/main.js')], {
    env: { ...environment(recipe, database.url, media), PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  server.stdout.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  server.stderr.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const origin = `http://127.0.0.1:${port}`;
  await untilHealthy(server, origin, () => lines.join(''));
  return {
    origin,
    databaseUrl: database.url,
    output: () => lines.join(''),
    stop: async () => {
      await end(server);
      await database.drop();
    },
  };
}

/** What a server of the recipe's site is told, besides where to listen. */
export function siteEnvironment(recipe: SiteRecipe, url: string): NodeJS.ProcessEnv {
  return environment(recipe, url, mediaOf(recipe));
}

function environment(recipe: SiteRecipe, url: string, media: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    DATABASE_URL: url,
    PIPIT_DATA: media,
    PIPIT_SECRET: 'only tests are signed with these characters 0123456789',
    PIPIT_EDITOR_DIST: path.join(repository, 'apps', 'editor', 'dist'),
    ...(recipe.project ? { PIPIT_PROJECT: compiled(recipe.project) } : {}),
  };
}

async function fill(recipe: SiteRecipe, url: string, media: string): Promise<void> {
  const env = environment(recipe, url, media) as Record<string, string>;
  const { email, password } = ADMINISTRATOR;
  const admin = ['user:create-admin', '--email', email, '--name', 'Ada', '--password', password];
  rmSync(media, { recursive: true, force: true });
  const commands = new Commands();
  try {
    for (const command of [['migrate'], ...recipe.fill, admin]) {
      const { code, out, err } = await commands.run(command, env);
      if (code !== 0) throw new Error(`pipit ${command.join(' ')} ended with ${code}:\n${out}${err}`);
    }
  } finally {
    commands.end();
  }
}

async function untilHealthy(server: ChildProcess, origin: string, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && server.exitCode === null) {
    const response = await fetch(`${origin}/api/admin/v1/health`).catch(() => null);
    if (response?.ok) return;
    await sleep(100);
  }
  server.kill('SIGKILL');
  throw new Error(`The server did not become healthy:\n${output()}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}

/** A port of the loopback interface nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A folder that is gone when the process ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pipit-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
