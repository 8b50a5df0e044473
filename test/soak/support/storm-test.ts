import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestDatabase } from '../../support/database.js';
import {
  ADMINISTRATOR,
  DEMO,
  compiledServer,
  freePort,
  siteDatabase,
  siteEnvironment,
} from '../../support/running-site.js';
import { runStorm, type Place } from './run-storm.mjs';
import type { ServerProcess } from './server.mjs';
import type { Storm } from './define-storm.mjs';

/** Of each test; the same each time, so that a failure can be repeated. */
const SEED = 7;

/** The short form of a storm as a test, named by what must hold. */
export function testStorm(name: string, storm: Storm): void {
  describe(`the storm "${name}"`, () => {
    let database: TestDatabase;
    let [folder, media, temporary] = ['', '', ''];
    beforeAll(async () => {
      database = await siteDatabase(DEMO);
      folder = await mkdtemp(path.join(os.tmpdir(), 'pipit-storm-'));
      [media, temporary] = [path.join(folder, 'media'), path.join(folder, 'temporary')];
      await mkdir(temporary);
      await cp(siteEnvironment(DEMO, database.url)['PIPIT_DATA'] ?? '', media, { recursive: true });
    }, 120_000);
    afterAll(async () => {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    });

    it(
      storm.must,
      async () => {
        const { violations } = await runStorm(storm, {
          seed: SEED,
          amounts: storm.short,
          place: {
            databaseUrl: database.url,
            media,
            temporary,
            administrator: ADMINISTRATOR,
            freePort,
            serve: (port, preloads) => serve(database.url, port, { media, temporary }, preloads),
          },
          say: () => {},
        });
        expect(violations).toEqual([]);
      },
      120_000,
    );
  });
}

function serve(
  url: string,
  port: number,
  { media, temporary }: Pick<Place, 'media' | 'temporary'>,
  preloads: readonly string[],
): ServerProcess {
  const imports = preloads.flatMap((file) => ['--import', file]);
  const server = spawn(process.execPath, ['--enable-source-maps', ...imports, compiledServer], {
    env: {
      ...siteEnvironment(DEMO, url),
      PIPIT_DATA: media,
      TMPDIR: temporary,
      PIPIT_EDITOR_DIST: '',
      PORT: String(port),
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  }
  return {
    pid: server.pid ?? 0,
    ended: new Promise((resolve) => server.once('exit', resolve)),
    isRunning: () => server.exitCode === null && server.signalCode === null,
    lastWords: () => output.slice(-40).join(''),
  };
}
