import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { S3Storage } from '@pipit/contrib/s3';
import { DiskStorage, diskProblem, ObjectMissing, type Storage } from '@pipit/kernel';
import { MediaMigration, MediaSweep, MediaVerification, type FileFault } from '@pipit/media';
import { useTestDatabase } from '../../support/database.js';
import { S3Server } from '../../support/s3-server.js';
import { multipart, picture } from './pictures.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let s3: S3Server;
let bucket: S3Storage;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipit-storage-'));
  s3 = await S3Server.start();
  bucket = bucketOf(s3);
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  s3.fault = null;
});

function bucketOf({ endpoint, credentials }: S3Server): S3Storage {
  return new S3Storage({ bucket: 'garden', prefix: 'media/', endpoint, credentials, stallMs: 1000 });
}
async function keysOf(storage: Storage, prefix = ''): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list(prefix)) keys.push(key);
  return keys.sort();
}

describe.each([
  ['a folder', () => new DiskStorage({ dir: join(folder, 'disk') })],
  ['a bucket', () => bucket],
])('%s', (_what, storage) => {
  it('keeps objects whole and gives out parts of them', async () => {
    const store = storage();
    const large = randomBytes(9_500_000);
    await store.put('a/small ü.txt', Buffer.from('hello world'));
    expect(await store.put('a/large', Readable.from(cut(large)))).toMatchObject({ key: 'a/large', size: large.length });
    expect((await buffer(await store.read('a/large'))).equals(large)).toBe(true);
    expect((await buffer(await store.read('a/small ü.txt', { start: 6, end: 8 }))).toString()).toBe('wor');
    expect(await store.stat('a/small ü.txt')).toMatchObject({ size: 11 });
    for (let i = 0; i < 4; i += 1) await store.put(`b/${i}`, Buffer.alloc(0));
    expect(await keysOf(store)).toEqual(['a/large', 'a/small ü.txt', 'b/0', 'b/1', 'b/2', 'b/3']);
    expect(await keysOf(store, 'a/')).toEqual(['a/large', 'a/small ü.txt']);
    await store.delete('a/large');
    await store.delete('a/large');
    expect(await store.stat('a/large')).toBeNull();
    await expect(store.read('a/large')).rejects.toBeInstanceOf(ObjectMissing);
  });

  it('keeps nothing of what breaks off, and goes on', async () => {
    const store = storage();
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield* cut(randomBytes(9_000_000));
      throw new Error('The sender is gone.');
    };
    await expect(store.put('c/broken', Readable.from(broken()))).rejects.toThrow('The sender is gone.');
    expect(await store.stat('c/broken')).toBeNull();
    expect(await store.tidy(new Date(Date.now() + 1000))).toBe(0);
    expect(s3.uploads.size).toBe(0);
    await store.put('c/broken', Buffer.from('whole'));
    expect(await store.stat('c/broken')).toMatchObject({ size: 5 });
  });
});

function* cut(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

it('R19 a folder that cannot be written answers clearly, and works again without a restart', async () => {
  const place = join(folder, 'away');
  await writeFile(place, 'in its way');
  const store = new DiskStorage({ dir: place });
  await expect(store.put('x', Buffer.from('x'))).rejects.toMatchObject({ code: 'unavailable', status: 503 });
  await rm(place);
  expect(await store.put('x', Buffer.from('x'))).toMatchObject({ size: 1 });
  expect(diskProblem(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatchObject({
    code: 'storage_full',
    status: 507,
  });
});

describe('a bucket', () => {
  it('is entered with the right signature only', async () => {
    const stranger = new S3Storage({ bucket: 'garden', endpoint: s3.endpoint, credentials: { accessKeyId: 'GARDEN', secretAccessKey: 'x' }, attempts: 1 }); // prettier-ignore
    await expect(stranger.put('x', Buffer.from('x'))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('takes one object past the server where an address was signed for it, of that size and no other', async () => {
    const { url, method, headers } = await bucket.signUpload('uploads/1/direct', { size: 5, seconds: 60 });
    const put = (body: string, at = url) => fetch(at, { method, headers, body });
    expect((await put('too long')).status).toBe(403);
    expect((await put('hello', url.replace('direct', 'other'))).status).toBe(403);
    expect((await put('hello')).status).toBe(200);
    expect((await buffer(await bucket.read('uploads/1/direct'))).toString()).toBe('hello');
    const old = await bucket.signUpload('uploads/2/direct', { size: 5, seconds: 0 });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await put('hello', old.url)).status).toBe(403);
  });

  it('gives up parts of uploads that a crash left', async () => {
    s3.uploads.set('lost', { key: 'media/lost', at: new Date(0), parts: new Map() });
    expect(await bucket.tidy(new Date())).toBe(1);
    expect(s3.uploads.size).toBe(0);
  });
});

describe('a server whose storage is a bucket', () => {
  let world: MediaWorld;
  beforeAll(async () => {
    world = await MediaWorld.start(db().url, { uploadFolder: folder }, undefined, { storage: bucketOf(s3) });
    world.signIn();
  });
  afterAll(() => world.stop());

  const upload = (file: Buffer, name: string, noun = 'documents') =>
    world.app.inject({ method: 'POST', url: `/api/admin/v1/${noun}`, ...multipart(file, name) });
  const rows = async (): Promise<number> =>
    (await world.db.query('SELECT count(*)::int AS count FROM document'))[0].count;

  it('serves documents, ranges and renditions from there', async () => {
    const { url } = (await upload(Buffer.from('hello world'), 'report.txt')).json<{ url: string }>();
    expect(url).toMatch(/^\/documents\/\d+\/report\.txt$/);
    const range = await world.app.inject({ url, headers: { range: 'bytes=6-' } });
    expect([range.statusCode, range.body]).toEqual([206, 'world']);
    const image = await upload(await picture(60, 40), 'beds.jpg', 'images');
    const thumbnail = await world.app.inject(image.json<{ thumbnailUrl: string }>().thumbnailUrl);
    expect(thumbnail.statusCode).toBe(200);
  });

  it('begins uploads that go past it, and checks what was sent when it is used', async () => {
    const begin = async (size: number) =>
      (await world.app.inject({ method: 'POST', url: '/api/admin/v1/uploads/direct', payload: { fileName: 'plan.pdf', size } })).json(); // prettier-ignore
    const { uploadId, method, url, headers } = await begin(9);
    const use = () => world.app.inject({ method: 'POST', url: '/api/admin/v1/documents', payload: { uploadId } });
    expect((await use()).json()).toMatchObject({ code: 'upload_unfinished' });
    await fetch(url, { method, headers, body: '<html>hi!' });
    expect((await use()).json()).toMatchObject({
      fileName: 'plan.pdf',
      mimeType: 'application/octet-stream',
      fileSize: 9,
    });
    expect((await use()).statusCode).toBe(404);
  });

  it.each([
    ['R20 refuses connections', 'refuse', 503, 'unavailable'],
    ['R20 is silent', 'silent', 503, 'unavailable'],
    ['R19 is full', 'full', 507, 'storage_full'],
  ] as const)('answers clearly and keeps nothing when it %s', async (_what, fault, status, code) => {
    const [before, objects] = [await rows(), [...s3.objects.keys()]];
    s3.fault = fault;
    const began = Date.now();
    expect((await upload(Buffer.from(fault), `${fault}.txt`)).json()).toMatchObject({ status, code });
    expect(Date.now() - began).toBeLessThan(10_000);
    s3.fault = null;
    expect(await rows()).toBe(before);
    expect([...s3.objects.keys()]).toEqual(objects);
    expect((await upload(Buffer.from(fault), `${fault}.txt`)).statusCode).toBe(201);
  });

  it('R20 tries again when a request fails, and never serves half a file as a whole one', async () => {
    s3.fault = 'every-second-fails';
    const answer = await upload(Buffer.alloc(100_000, 'x'), 'stubborn.txt');
    expect(answer.statusCode).toBe(201);
    s3.fault = 'short-reads';
    const served = await world.app.inject(answer.json<{ url: string }>().url).catch(() => null);
    expect(served === null || served.rawPayload.length < 100_000).toBe(true);
    if (served) expect(served.headers['content-length']).toBe('100000');
  });
});

describe('what the storage holds', () => {
  let world: MediaWorld;
  beforeAll(async () => {
    world = await MediaWorld.start(db().url, { uploadFolder: folder });
    world.signIn();
    await world.db.query('TRUNCATE document, image, media_file_version, media_stored_file CASCADE');
  });
  afterAll(() => world.stop());

  const upload = async (text: string, name: string): Promise<{ id: number; url: string }> =>
    (await world.app.inject({ method: 'POST', url: '/api/admin/v1/documents', ...multipart(Buffer.from(text), name) })).json(); // prettier-ignore
  const faults = async (): Promise<FileFault[]> => {
    const found: FileFault[] = [];
    for await (const fault of world.get(MediaVerification).faults(world.system)) found.push(fault);
    return found;
  };
  const documentsHeld = async (): Promise<string[]> =>
    (await world.files()).filter((key) => key.startsWith('documents/'));

  it('is shared by documents of the same content and name, until the last of them is gone', async () => {
    const [one, other] = [await upload('same', 'same.txt'), await upload('same', 'same.txt')];
    expect(await documentsHeld()).toHaveLength(1);
    const remove = async (id: number) => {
      for (const query of ['', '?purge=true']) await world.app.inject({ method: 'DELETE', url: `/api/admin/v1/documents/${id}${query}` }); // prettier-ignore
      await world.get(MediaSweep).run({ olderThanMinutes: -1 });
    };
    await remove(one.id);
    expect((await world.app.inject(other.url)).body).toBe('same');
    await remove(other.id);
    expect(await documentsHeld()).toEqual([]);
  });

  it('is compared with what rows say', async () => {
    const names = ['right', 'lost', 'short', 'changed'];
    for (const name of names) await upload(`contents of ${name}`, `${name}.txt`);
    expect(await faults()).toEqual([]);
    const keyOf = async (name: string) => (await documentsHeld()).find((key) => key.endsWith(`/${name}.txt`)) ?? '';
    await rm(join(world.folder, await keyOf('lost')));
    await writeFile(join(world.folder, await keyOf('short')), 'cont');
    await writeFile(join(world.folder, await keyOf('changed')), 'contents of chancel');
    const found = (await faults()).map(({ key, fault }) => `${key.split('/').at(-1)} ${fault}`);
    expect(found.sort()).toEqual(['changed.txt contents', 'lost.txt missing', 'short.txt size']);
    await world.db.query(`DELETE FROM document WHERE file_name <> 'right.txt'`);
  });

  it('is swept of what no row has, and of nothing else', async () => {
    await upload('kept', 'kept.txt');
    await world.storage.put('documents/orphan.txt', Buffer.from('nobody has me'));
    await writeFile(
      join(world.folder, 'documents', `x.txt.${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.part`),
      'half',
    );
    const sweep = world.get(MediaSweep);
    expect((await sweep.run({ olderThanMinutes: 60 })).orphans).toEqual([]);
    expect((await sweep.run({ olderThanMinutes: -1, dryRun: true })).orphans).toContain('documents/orphan.txt');
    expect((await sweep.run({ olderThanMinutes: -1 })).leftovers).toBeGreaterThanOrEqual(1);
    const names = (await documentsHeld()).map((key) => key.split('/').at(-1)).sort();
    expect(names).toEqual(['kept.txt', 'right.txt']);
  });

  it('moves to another storage, goes on where it was cut off, and says what it could not take', async () => {
    s3.objects.clear();
    const target = bucketOf(s3);
    for (let i = 0; i < 5; i += 1) await upload(`number ${i}`, `moved-${i}.txt`);
    const lost = await upload('lost', 'vanished.txt');
    await rm(join(world.folder, (await documentsHeld()).find((key) => key.endsWith('vanished.txt')) ?? ''));
    const migration = world.get(MediaMigration);
    let seen = 0;
    const cutOff = migration.copyTo(world.system, target, () => {
      seen += 1;
      if (seen === 3) throw new Error('Cut off.');
    });
    await expect(cutOff).rejects.toThrow('Cut off.');
    const { total, copied, skipped, failed } = await migration.copyTo(world.system, target, () => undefined);
    expect({ total, copied, skipped }).toEqual({ total: 8, copied: 4, skipped: 3 });
    expect(failed).toMatchObject([{ owners: `document ${lost.id}`, reason: 'It is missing.' }]);
    expect(await keysOf(target)).toEqual((await documentsHeld()).sort());
  });
});
