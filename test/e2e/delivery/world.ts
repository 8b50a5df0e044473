import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  type MediaOptions,
  CmsModule,
  CreatePage,
  CreateSnippet,
  DiskStorage,
  Migrations,
  Site,
  ViewRestriction,
  dataSourceOptions,
  newUuid,
  systemCtx,
  type DeliveryOptions,
  type SearchIndex,
  type JsonObject,
  type Page,
} from '@pipit/cms';
import { migrations } from '@pipit/migrations';
import { DataSource } from 'typeorm';
import { Ringer, types } from './types.js';

@Module({})
class Root {}

/** A small site with a server in front of it. */
export class DeliveryWorld {
  private constructor(
    readonly app: NestFastifyApplication,
    private readonly folder: string,
  ) {}

  static async start(
    url: string,
    delivery: Partial<DeliveryOptions> = {},
    index?: SearchIndex,
    media: Partial<MediaOptions> = {},
  ): Promise<DeliveryWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'pipit-delivery-'));
    const app = await NestFactory.create<NestFastifyApplication>(
      {
        module: Root,
        imports: [
          TypeOrmModule.forRoot({
            ...dataSourceOptions({ url, poolSize: 4 }, migrations),
            autoLoadEntities: true,
            retryAttempts: 0,
          }),
          CmsModule.forRoot({
            kernel: { storage: new DiskStorage({ dir: folder }) },
            users: { tokenSecrets: ['0123456789abcdefghijklmnopqrstuvwxyz'] },
            delivery,
            media,
            ...(index ? { search: { index } } : {}),
          }),
          TypeOrmModule.forFeature([Ringer]),
          CmsModule.forFeature(types),
        ],
      },
      new FastifyAdapter({ trustProxy: '10.1.0.0/16,127.0.0.1', routerOptions: { ignoreTrailingSlash: true } }),
      { logger: ['error'], abortOnError: false },
    );
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new DeliveryWorld(app, folder);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  get database(): DataSource {
    return this.app.get(DataSource);
  }

  get ctx() {
    return systemCtx(this.database.manager, 'test');
  }

  /** Creates a page, live unless told otherwise. */
  page(parentId: number, type: string, fields: JsonObject, publish = true): Promise<Page> {
    return this.app.get(CreatePage).run(this.ctx, { parentId, type: `birds.${type}`, fields, publish });
  }

  /** Creates an author. */
  author(fields: JsonObject): Promise<number> {
    return this.app.get(CreateSnippet).run(this.ctx, { type: 'birds.Author', fields });
  }

  /** Makes a page the root of a site. */
  async site(rootPageId: number, hostname = 'birds.example', port = 80): Promise<void> {
    const isDefault = (await this.database.getRepository(Site).count()) === 0;
    await this.database
      .getRepository(Site)
      .insert({ uuid: newUuid(), hostname, port, rootPageId, isDefault, name: '' });
  }

  /** Hides a page and everything below it from people who are not signed in. */
  async restrict(pageId: number): Promise<void> {
    await this.database.getRepository(ViewRestriction).insert({ kind: 'page', targetId: pageId, restriction: 'login' });
  }

  /** Status and JSON of a request to the content API. */
  async get(path: string, headers: Record<string, string> = {}) {
    const answer = await this.app.inject({ url: `/api/v2/${path}`, headers: { host: 'birds.example', ...headers } });
    const isJson = answer.headers['content-type'] === 'application/json';
    return { status: answer.statusCode, body: isJson ? answer.json<ApiBody>() : null, headers: answer.headers };
  }
}

/** Loosely: what answers hold. */
export interface ApiBody {
  readonly [name: string]: unknown;
  readonly message?: string;
  readonly items?: readonly Readonly<Record<string, unknown>>[];
}

/** All tables, and those of the types. */
export async function buildDeliveryTemplate(url: string): Promise<void> {
  const world = await DeliveryWorld.start(url);
  await world.app.get(Migrations).run();
  await world.database.synchronize();
  await world.stop();
}
