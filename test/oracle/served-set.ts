import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CmsModule, DiskStorage, dataSourceOptions, type DeliveryOptions } from '@pipit/cms';
import { WagtailImport, WagtailImportModule } from '@pipit/contrib/wagtail-import';
import { migrations } from '@pipit/migrations';
import { makeFlatMedia } from '../../apps/launcher/flat-media.mjs';
import { oracleFolder, type OracleSet } from '../support/oracle.js';
import { useTestDatabase } from '../support/database.js';
import { migrated } from '../import/world.js';
import type { SiteDefinition } from '../sites/site-definition.js';

/** A recorded set, imported into a database of its own. */
export interface ServedSet {
  /** Replays recorded cases against a server on this content; answers how many passed and what was printed. */
  replay(cases: string, options?: Partial<DeliveryOptions>, areas?: readonly string[]): Promise<Replay>;
}

/** What a replay found. */
export interface Replay {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
}

/** A recorded set to import: its folders, the fixtures in order, and its media, made where it has none. */
export interface Recorded {
  readonly set: OracleSet;
  readonly site: SiteDefinition;
  /** Fixture files, relative to the folder of all sets. */
  readonly fixtures: readonly string[];
  /** Folder of media, relative to the folder of all sets. */
  readonly media?: string;
}

@Module({})
class Server {}

/** For the top of a `describe`: imports the set before its tests. */
export function useServedSet(recorded: Recorded): ServedSet {
  const { site, set } = recorded;
  const database = useTestDatabase(`oracle ${set.name}`, migrated(site));
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pipit-oracle-'));
    await withServer(site, database().url, folder, {}, (app) => importSet(app, recorded, folder));
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    replay: (cases, options = {}, areas = []) =>
      withServer(site, database().url, folder, options, async (app) => {
        await app.listen(0, '127.0.0.1');
        return compare(await app.getUrl(), set.file(cases), areas);
      }),
  };
}

async function importSet(app: NestFastifyApplication, recorded: Recorded, folder: string): Promise<void> {
  const files = recorded.fixtures.map((name) => path.join(oracleFolder(), name));
  const media = recorded.media ? path.join(oracleFolder(), recorded.media) : path.join(folder, 'recorded');
  const { importMapping: mapping } = recorded.site;
  if (!recorded.media) {
    const fixtures = await Promise.all(
      files.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as unknown[]),
    );
    await makeFlatMedia(fixtures.flat() as never, media, [...(mapping.missingFiles ?? [])]);
  }
  const { isWritten, report } = await app.get(WagtailImport).run({ mapping, files, media, allowSkips: true });
  if (!isWritten) throw new Error(`The set could not be imported: ${JSON.stringify(report.problems)}`);
}

async function withServer<T>(
  site: SiteDefinition,
  url: string,
  folder: string,
  options: Partial<DeliveryOptions>,
  work: (app: NestFastifyApplication) => Promise<T>,
): Promise<T> {
  const app = await NestFactory.create<NestFastifyApplication>(
    {
      module: Server,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions({ url, poolSize: 6 }, [...migrations, ...site.migrations]),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        CmsModule.forRoot({
          kernel: { storage: new DiskStorage({ dir: path.join(folder, 'stored') }) },
          users: { tokenSecrets: ['0123456789abcdefghijklmnopqrstuvwxyz'] },
          delivery: { ...site.delivery, ...options },
        }),
        CmsModule.forFeature(site.types),
        WagtailImportModule,
      ],
    },
    new FastifyAdapter({ routerOptions: { ignoreTrailingSlash: true } }),
    { logger: ['error'], abortOnError: false },
  );
  try {
    await app.init();
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The recorded data bring the program that compares. */
async function compare(base: string, cases: string, areas: readonly string[]): Promise<Replay> {
  const args = [
    path.join(oracleFolder(), 'compare.mjs'),
    '--base',
    base,
    '--cases',
    cases,
    '--key-order',
    '--max',
    '20',
  ];
  const child = spawn(process.execPath, [...args, ...areas.flatMap((area) => ['--area', area])]);
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(output) ?? [];
  return { passed: Number(passed ?? 0), failed: Number(failed ?? -1), output };
}

/** Fails with the list of differences when fewer cases pass than ever before. */
export function expectAtLeast(passed: number, replay: Replay): void {
  if (replay.passed < passed) throw new Error(`${replay.passed} passed, ${passed} did before.\n${replay.output}`);
}
