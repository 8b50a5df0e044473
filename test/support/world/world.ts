import type { INestApplication, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  AddToGroup,
  CreateGroup,
  CreatePage,
  CreateSnippet,
  CreateUser,
  EditPage,
  GrantPermission,
  FixTree,
  Migrations,
  Page,
  PublishPage,
  ROOT_ID,
  SchemaComparison,
  createCtx,
  newUuid,
  systemCtx,
  type Ctx,
  type Grant,
  type JsonObject,
  type Project,
  type TreeFault,
  type User,
} from '@pipit/cms';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { createApp } from '../../../apps/api/src/create-app.js';
import { optionsFrom } from '../../../apps/api/src/options.js';
import { buildTemplate, createTestDatabase } from '../database.js';
import { WorldClient } from './client.js';
import { garden } from './types.js';

/** Passwords of people the world makes. */
export const PASSWORD = 'compost heap in october';

/** A page as specs ask for one. */
export interface PageWish {
  readonly type?: string;
  readonly parent?: Pick<Page, 'id'> | number;
  readonly title?: string;
  readonly fields?: JsonObject;
  readonly publish?: boolean;
}

/** What a spec may change about the world before it starts. */
export interface WorldOptions {
  /** The garden with modules, or under another name with more types. */
  readonly project?: Project;
  /** Start on this database instead of a fresh copy of the template. */
  readonly databaseUrl?: string;
}

/** The whole server with the garden's types on a database of its own, and hands to work with. */
export class World {
  private people = 0;
  private titles = 0;
  private administrator: Promise<WorldClient> | undefined;

  constructor(
    readonly app: NestFastifyApplication,
    readonly databaseUrl: string,
    private readonly dispose: () => Promise<void>,
  ) {}

  /** A provider of the application. */
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get(type as Type<T>, { strict: false });
  }

  get dataSource(): DataSource {
    return this.app.get(DataSource);
  }

  /** Pipit itself, which may do everything. */
  get system(): Ctx {
    return systemCtx(this.dataSource.manager, 'test');
  }

  /** A ctx of that person with no request around it. */
  ctxOf(user: Pick<User, 'id' | 'name' | 'email'>, groupIds: readonly number[] = [], isAdministrator = false): Ctx {
    const actor = {
      kind: 'user',
      userId: user.id,
      name: user.name,
      email: user.email,
      isAdministrator,
      groupIds,
    } as const;
    return createCtx(this.dataSource.manager, actor);
  }

  /** Rows of a query, for what no API tells. */
  sql<T = Record<string, unknown>>(query: string, params: unknown[] = []): Promise<T[]> {
    return this.dataSource.query(query, params);
  }

  /** Somebody new in a group of their own that holds these grants, signed in. */
  async person(grants: readonly Grant[], options: { isAdministrator?: boolean } = {}): Promise<WorldClient> {
    this.people += 1;
    const email = `person${this.people}.${newUuid()}@garden.example`;
    const { isAdministrator = false } = options;
    const input = { email, name: `Person ${this.people}`, password: PASSWORD, isAdministrator };
    const user = await this.get(CreateUser).run(this.system, input);
    if (grants.length > 0) {
      const group = await this.get(CreateGroup).run(this.system, { name: `Group of ${email}` });
      for (const grant of grants) {
        await this.get(GrantPermission).run(this.system, { groupId: group.id, grant });
      }
      await this.get(AddToGroup).run(this.system, { groupId: group.id, userId: user.id });
    }
    return this.client().login(user, PASSWORD);
  }

  /** A signed-in administrator, always the same. */
  admin(): Promise<WorldClient> {
    this.administrator ??= this.person([], { isAdministrator: true });
    return this.administrator;
  }

  /** Nobody yet. */
  client(address?: string): WorldClient {
    return new WorldClient(this.app, address ?? `10.${Math.floor(this.people / 250)}.${this.people % 250}.7`);
  }

  /** A page made by Pipit itself; a plant with a title of its own unless asked otherwise. */
  async createPage(wish: PageWish = {}): Promise<Page> {
    this.titles += 1;
    const { type = 'garden.Plant', title = `Plant ${this.titles}`, fields = {}, publish = false } = wish;
    const parentId = typeof wish.parent === 'number' ? wish.parent : (wish.parent?.id ?? (await this.home()).id);
    return this.get(CreatePage).run(this.system, { parentId, type, fields: { title, ...fields }, publish });
  }

  /** Saves a draft over whatever is there. */
  async edit(page: Pick<Page, 'id'>, fields: JsonObject, publish = false): Promise<Page> {
    const { latestRevisionId } = await this.page(page.id);
    const input = { pageId: page.id, baseRevisionId: latestRevisionId, fields, publish };
    return (await this.get(EditPage).run(this.system, input)).page;
  }

  async publish(page: Pick<Page, 'id'>): Promise<Page> {
    const { latestRevisionId } = await this.page(page.id);
    return this.get(PublishPage).run(this.system, { pageId: page.id, baseRevisionId: latestRevisionId });
  }

  createSnippet(type: string, fields: JsonObject): Promise<number> {
    return this.get(CreateSnippet).run(this.system, { type, fields });
  }

  /** The page's row as it is now. */
  page(id: number): Promise<Page> {
    return this.dataSource.manager.findOneByOrFail(Page, { id });
  }

  /** The site's home page, live. */
  async home(): Promise<Page> {
    const [row] = await this.sql<{ id: number }>(`SELECT root_page_id AS id FROM site WHERE is_default`);
    return this.page(row!.id);
  }

  /** What the tree's own check finds wrong. */
  treeFaults(): Promise<TreeFault[]> {
    return this.get(FixTree).run(this.system, { dryRun: true });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dispose();
  }
}

/** Starts a world. Its template is migrated once for all specs of a run. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const project = options.project ?? garden;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'pipit-world-'));
  let { databaseUrl } = options;
  let drop = async (): Promise<void> => {};
  if (!databaseUrl) {
    await buildTemplate(project.name, (url) => migrateGarden(url, dataDir, project));
    const database = await createTestDatabase(project.name);
    databaseUrl = database.url;
    drop = () => database.drop();
  }
  const app = await boot(databaseUrl, dataDir, project);
  return new World(app, databaseUrl, async () => {
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
}

/** For the top of a spec: one world for all its tests. */
export function useWorld(options: WorldOptions = {}): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await startWorld(options);
  }, 120_000);
  afterAll(async () => {
    await world?.close();
  });
  return () => {
    if (!world) throw new Error('The world exists only while tests run.');
    return world;
  };
}

/** Core migrations, the tables of the garden, a site with a live home page. */
export async function migrateGarden(url: string, dataDir = os.tmpdir(), project: Project = garden): Promise<void> {
  const app = await boot(url, dataDir, project);
  try {
    const get = <T>(type: Type<T>): T => app.get(type, { strict: false });
    await get(Migrations).run();
    const dataSource = app.get(DataSource);
    const changes = await get(SchemaComparison).compare(project);
    for (const sql of changes.project.up) await dataSource.query(sql);
    const home = await get(CreatePage).run(systemCtx(dataSource.manager, 'test'), {
      parentId: ROOT_ID,
      type: 'garden.Home',
      fields: { title: 'The walled garden', slug: 'home' },
    });
    await dataSource.query(
      `INSERT INTO site (uuid, hostname, port, name, root_page_id, is_default) VALUES ($1, 'garden.example', 80, 'Garden', $2, true)`,
      [newUuid(), home.id],
    );
    const publication = { pageId: home.id, baseRevisionId: home.latestRevisionId };
    await get(PublishPage).run(systemCtx(dataSource.manager, 'test'), publication);
  } finally {
    await app.close();
  }
}

async function boot(databaseUrl: string, dataDir: string, project: Project): Promise<NestFastifyApplication> {
  const options = optionsFrom({
    DATABASE_URL: databaseUrl,
    PIPIT_DATA: dataDir,
    PIPIT_SECRET: 'only the tests of the garden are signed with this: 5b0f7c',
  });
  const app = await createApp(options, project);
  (app as INestApplication).useLogger(false);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
