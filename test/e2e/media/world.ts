import { Global, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  AccessModule,
  ActorSource,
  Authenticator,
  GrantSource,
  PasswordHasher,
  Readers,
  type Grant,
} from '@pipit/access';
import { BulkModule } from '@pipit/bulk';
import { ContentTypesModule } from '@pipit/content-types';
import {
  AuditLog,
  createCtx,
  DiskStorage,
  KernelModule,
  migrateJobTables,
  type KernelOptions,
  SnakeNamingStrategy,
  systemCtx,
  type Actor,
  type ByteRange,
  type AuditEntryInput,
  type Ctx,
  type StoredObject,
  type UserActor,
} from '@pipit/kernel';
import { MediaModule, type MediaOptions } from '@pipit/media';
import { migrations } from '@pipit/migrations';
import { ReferencesModule } from '@pipit/references';
import { ReferenceTitles, Revision } from '@pipit/revisions';
import { SearchModule } from '@pipit/search';
import { TagsModule } from '@pipit/tags';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Stands in for accounts: media know them by name only. */
@Entity('user_account')
class User {
  @PrimaryGeneratedColumn() id!: number;
  @Column('text') name!: string;
}

/** Stands in for groups of accounts. */
@Entity('group')
class Group {
  @PrimaryGeneratedColumn() id!: number;
}

const entities = [User, Group, Revision];

/** The person every request of the world is made by; tests change it. */
class Visitor extends Authenticator {
  actor: Actor = { kind: 'anonymous' };
  grants: Grant[] = [];
  async actorOf(): Promise<Actor> {
    // A new object per request, as a real authenticator makes it.
    return { ...this.actor };
  }
}

class Grants extends GrantSource {
  constructor(private readonly visitor: Visitor) {
    super();
  }
  async grantsOf(): Promise<readonly Grant[]> {
    return this.visitor.grants;
  }
}

class RememberingAuditLog extends AuditLog {
  readonly entries: AuditEntryInput[] = [];
  rowsFor(_ctx: Ctx, entries: readonly AuditEntryInput[]): readonly [] {
    this.entries.push(...entries);
    return [];
  }
}

/** Hides passwords well enough for a test. */
const hasher: PasswordHasher = {
  hash: async (password) => [...password].reverse().join(''),
  matches: async (password, stored) => [...password].reverse().join('') === stored,
};

/** Remembers what was written. */
export class CountingStorage extends DiskStorage {
  readonly written: string[] = [];
  readonly opened: string[] = [];
  override put(key: string, content: Readable | Buffer): Promise<StoredObject> {
    this.written.push(key);
    return super.put(key, content);
  }
  override localPath(key: string): Promise<string> {
    this.opened.push(key);
    return super.localPath(key);
  }
  override read(key: string, range?: ByteRange): Promise<Readable> {
    this.opened.push(key);
    return super.read(key, range);
  }
}

/** A media library of its own, with a server in front of it. */
export class MediaWorld {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly visitor: Visitor,
    readonly audit: RememberingAuditLog,
    readonly folder: string,
    readonly storage: CountingStorage,
    private readonly ownsFolder: boolean,
  ) {}

  /** A second world over the folder of another one stands for a second process. */
  static async start(
    url: string,
    options: Partial<MediaOptions> = {},
    other?: MediaWorld,
    kernel: Partial<KernelOptions> = {},
  ): Promise<MediaWorld> {
    // In a folder nobody else writes to, so that whatever gets beside it is found.
    const folder = other?.folder ?? join(await mkdtemp(join(tmpdir(), 'pipit-media-')), 'files');
    await mkdir(folder, { recursive: true });
    const storage = new CountingStorage({ dir: folder });
    const visitor = new Visitor();
    const audit = new RememberingAuditLog();

    @Global()
    @Module({
      providers: [
        { provide: Authenticator, useValue: visitor },
        { provide: GrantSource, useValue: new Grants(visitor) },
        { provide: AuditLog, useValue: audit },
        { provide: PasswordHasher, useValue: hasher },
        { provide: Readers, useValue: { passed: async () => [] } },
        { provide: ActorSource, useValue: { actorOf: async () => visitor.actor } },
        ReferenceTitles,
      ],
      exports: [Authenticator, GrantSource, ActorSource, AuditLog, PasswordHasher, Readers, ReferenceTitles],
    })
    class Ports {}

    const module = await Test.createTestingModule({
      imports: [
        TypeOrmModule.forRoot({ ...connection(url), autoLoadEntities: true, retryAttempts: 0 }),
        TypeOrmModule.forFeature(entities),
        KernelModule.forRoot({ storage, ...kernel }),
        Ports,
        AccessModule,
        ContentTypesModule,
        ReferencesModule,
        SearchModule.forRoot(),
        TagsModule,
        BulkModule,
        MediaModule.forRoot(options),
      ],
    }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: ['error'] });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new MediaWorld(app, visitor, audit, folder, storage, !other);
  }

  async stop(): Promise<void> {
    await this.app.close();
    if (this.ownsFolder) await rm(dirname(this.folder), { recursive: true, force: true });
  }

  get db(): DataSource {
    return this.app.get(DataSource);
  }

  get system(): Ctx {
    return systemCtx(this.db.manager, 'test');
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(type as never);
  }

  /** From now on requests come from an administrator. */
  signIn(): void {
    this.visitor.actor = user({ isAdministrator: true });
    this.visitor.grants = [];
  }

  /** From now on requests come from somebody with these rights. */
  signInWith(...grants: Grant[]): void {
    this.visitor.actor = user({ isAdministrator: false });
    this.visitor.grants = grants;
  }

  ctxOf(actor: UserActor): Ctx {
    return createCtx(this.db.manager, actor);
  }

  /** Every file in the storage, as keys, sorted. */
  async files(): Promise<string[]> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1))
      .sort();
  }
}

function user({ isAdministrator }: { isAdministrator: boolean }): UserActor {
  return { kind: 'user', userId: 1, name: 'Ada', email: 'ada@example.org', isAdministrator, groupIds: [] };
}

/** Fills the template database: all tables, and one person. */
export async function buildMediaTemplate(url: string): Promise<void> {
  const database = await new DataSource({ ...connection(url), migrations }).initialize();
  await database.runMigrations();
  await database.query(
    `INSERT INTO user_account (uuid, email, name) VALUES (gen_random_uuid(), 'ada@example.org', 'Ada')`,
  );
  await database.destroy();
  await migrateJobTables(url);
}

function connection(url: string) {
  return { type: 'postgres' as const, url, namingStrategy: new SnakeNamingStrategy(), extra: { max: 8 } };
}
