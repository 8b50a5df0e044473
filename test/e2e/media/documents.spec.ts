import {
  DeleteDocument,
  PurgeDocument,
  ImportDocument,
  ImportImage,
  CreateCollection,
  Image,
  UploadDocument,
  withSpooledFile,
} from '@pipit/media';
import { UnitOfWork } from '@pipit/kernel';
import { TagStore } from '@pipit/tags';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { useTestDatabase } from '../../support/database.js';
import { multipart, picture } from './pictures.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipit-documents-'));
  world = await MediaWorld.start(db().url, { maxDocumentBytes: 3_000_000, uploadFolder: folder });
});
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => world.signIn());

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

async function upload(file: Buffer, name: string, fields: Record<string, string> = {}) {
  return world.app.inject({ method: 'POST', url: '/api/admin/v1/documents', ...multipart(file, name, fields) });
}

interface Row {
  readonly id: number;
  readonly url: string;
  readonly mimeType: string;
}

async function uploaded(file: Buffer, name: string): Promise<Row> {
  const answer = await upload(file, name);
  expect(answer.statusCode).toBe(201);
  return answer.json<Row>();
}

describe('a document', () => {
  it('is uploaded, listed, edited and deleted', async () => {
    const answer = await upload(PDF, 'Annual report.pdf', { tags: 'report' });
    expect(answer.json()).toMatchObject({
      title: 'Annual report',
      fileName: 'Annual report.pdf',
      mimeType: 'application/pdf',
      fileSize: PDF.length,
      tags: ['report'],
    });
    const { id } = answer.json<Row>();
    const edited = await world.app.inject({
      method: 'PATCH',
      url: `/api/admin/v1/documents/${id}`,
      payload: { title: 'Report', tags: [] },
    });
    expect(edited.json()).toMatchObject({ title: 'Report', tags: [] });
    expect((await world.app.inject('/api/admin/v1/documents?q=report')).json()).toMatchObject({ total: 1 });
    expect((await world.app.inject({ method: 'DELETE', url: `/api/admin/v1/documents/${id}` })).statusCode).toBe(204);
    expect((await world.app.inject('/api/admin/v1/documents?q=report')).json()).toMatchObject({ total: 0 });
  });

  it.each([
    ['PDF', PDF, 'a.pdf', 'application/pdf', 'inline'],
    [
      'HTML',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'a.html',
      'application/octet-stream',
      'attachment',
    ],
    [
      'HTML called PDF',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'a.pdf',
      'application/octet-stream',
      'attachment',
    ],
    [
      'SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'a.svg',
      'application/octet-stream',
      'attachment',
    ],
    ['text', Buffer.from('hello'), 'a.txt', 'text/plain; charset=utf-8', 'attachment'],
    ['nothing known', Buffer.from([1, 2, 3]), 'README', 'application/octet-stream', 'attachment'],
  ])('served: %s', async (_what, bytes, name, mimeType, disposition) => {
    const row = await uploaded(bytes, name);
    world.visitor.actor = { kind: 'anonymous' };
    const served = await world.app.inject(row.url);
    expect(served.rawPayload).toEqual(bytes);
    expect(served.headers['content-type']).toBe(mimeType);
    expect(served.headers['content-disposition']).toMatch(new RegExp(`^${disposition};`));
    expect(served.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      etag: `"${createHash('sha1').update(bytes).digest('hex')}"`,
    });
    expect(served.headers['content-security-policy']).toContain("default-src 'none'");
    expect(
      (await world.app.inject({ url: row.url, headers: { 'if-none-match': served.headers.etag as string } }))
        .statusCode,
    ).toBe(304);
  });

  it('is called what it is called, without breaking out of the header', async () => {
    const row = await uploaded(PDF, "Ärger; x='1' 日本.pdf");
    const { headers } = await world.app.inject(row.url);
    expect(headers['content-disposition']).toBe(
      `inline; filename="Arger; x='1' .pdf"; filename*=UTF-8''%C3%84rger%3B%20x%3D%271%27%20%E6%97%A5%E6%9C%AC.pdf`,
    );
  });

  it('is served under its own name only', async () => {
    const row = await uploaded(PDF, 'named.pdf');
    for (const url of [
      `/documents/${row.id}/other.pdf`,
      `/documents/${row.id}/..%2fnamed.pdf`,
      `/documents/0${row.id}/named.pdf`,
      `/media/documents/named.pdf`,
    ]) {
      expect((await world.app.inject(url)).statusCode).toBe(404);
    }
  });

  it.each([
    ['empty.txt', Buffer.alloc(0)],
    ['run.exe', PDF],
    ['run.exe.pdf', PDF],
    ['x.HTA', PDF],
  ])('called %s is refused', async (name, bytes) => {
    expect((await upload(bytes, name)).json()).toMatchObject({ status: 422, code: 'document_refused' });
  });

  it('in a restricted collection is kept from the public, before anything is said about it', async () => {
    const collection = await world.get(CreateCollection).run(world.system, { name: 'Private' });
    const answer = await upload(PDF, 'secret.pdf', { collectionId: String(collection.id) });
    const { url } = answer.json<Row>();
    await world.db.query(
      `INSERT INTO view_restriction (kind, target_id, restriction) VALUES ('collection', $1, 'login')`,
      [collection.id],
    );
    const etag = `"${createHash('sha1').update(PDF).digest('hex')}"`;
    expect((await world.app.inject({ url, headers: { 'if-none-match': etag } })).statusCode).toBe(404);
    const image = await world.app.inject({
      method: 'POST',
      url: '/api/admin/v1/images',
      ...multipart(await picture(20, 20), 's.jpg', { collectionId: String(collection.id) }),
    });
    const row = image.json<{ url: string; thumbnailUrl: string }>();
    expect((await world.app.inject(row.url)).statusCode).toBe(404);
    expect((await world.app.inject(row.thumbnailUrl)).statusCode).toBe(404);
  });
});

describe('an upload that fails', () => {
  const leftovers = async () => (await readdir(folder)).filter((name) => name.startsWith('pipit-upload-'));

  const HEAD = 'content-disposition: form-data; name="file"; filename="x.txt"';
  it.each([
    ['has no boundary', 'multipart/form-data', 'x'],
    ['is none', 'multipart/form-data; boundary=b', 'x'],
    ['is empty', 'multipart/form-data; boundary=b', ''],
    ['ends within the file', 'multipart/form-data; boundary=b', `--b\r\n${HEAD}\r\n\r\nhalf of`],
    ['ends within a header', 'multipart/form-data; boundary=b', `--b\r\n${HEAD}`],
    ['has a header that is none', 'multipart/form-data; boundary=b', `--b\r\nno header\r\n\r\nx\r\n--b--\r\n`],
  ])('because the form %s is told so', async (_what, type, payload) => {
    const before = await world.files();
    for (const url of ['/api/admin/v1/documents', '/api/admin/v1/images']) {
      const answer = await world.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });
      expect([url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([url, 400, 'bad_request']);
    }
    expect(await leftovers()).toEqual([]);
    expect(await world.files()).toEqual(before);
  });

  it('because the sender goes away leaves nothing', async () => {
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    const before = await world.files();
    const body = multipart(Buffer.alloc(1_000_000, 7), 'half.bin');
    for (let i = 0; i < 10; i += 1) {
      const sending = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/admin/v1/documents',
        headers: { ...body.headers, 'content-length': body.payload.length },
      });
      sending.on('error', () => undefined);
      sending.write(body.payload.subarray(0, 400_000));
      await sleep(20);
      sending.destroy();
    }
    const deadline = Date.now() + 10_000;
    while ((await leftovers()).length > 0 && Date.now() < deadline) await sleep(50);
    expect(await leftovers()).toEqual([]);
    expect(await world.files()).toEqual(before);
  });

  it('because it is too large is cut off, whatever length was announced', async () => {
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    const body = multipart(Buffer.alloc(0), 'big.bin');
    const status = await new Promise<number>((resolve, reject) => {
      const sending = request(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/api/admin/v1/documents',
          headers: { ...body.headers, 'transfer-encoding': 'chunked' },
        },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
          sending.destroy();
        },
      );
      sending.on('error', () => reject(new Error('The connection broke before the answer.')));
      sending.write(body.payload.subarray(0, body.payload.indexOf('\r\n\r\n') + 4));
      const chunk = Buffer.alloc(500_000);
      const push = (left: number): void => {
        if (left > 0 && !sending.destroyed) sending.write(chunk, () => push(left - 1));
      };
      push(10);
    });
    expect(status).toBe(413);
    expect(await leftovers()).toEqual([]);
  });

  it('because its transaction rolls back takes its file along', async () => {
    const before = await world.files();
    const work = world.get(UnitOfWork).run(world.system, async (ctx) => {
      await withSpooledFile(Readable.from([PDF]), { maxBytes: 1000 }, (file) =>
        world.get(UploadDocument).run(ctx, { file, fileName: 'rolled.pdf' }),
      );
      expect((await world.files()).length).toBe(before.length + 1);
      throw new Error('later');
    });
    await expect(work).rejects.toThrow('later');
    // It goes after the answer.
    while ((await world.files()).length > before.length) await sleep(10);
    expect(await world.files()).toEqual(before);
  });
});

describe('an import', () => {
  const image = async (id: number, fileKey: string, bytes: Buffer | null, more: object = {}) => {
    const sourcePath = join(folder, `source-${id}`);
    if (bytes) await writeFile(sourcePath, bytes);
    return world.get(ImportImage).run(world.system, {
      id,
      title: `Image ${id}`,
      fileKey,
      sourcePath: bytes ? sourcePath : join(folder, 'not there'),
      width: 64,
      height: 48,
      collectionId: 1,
      ...more,
    });
  };

  it('keeps id, address, bytes and dates, and goes on numbering behind it', async () => {
    const bytes = await picture(64, 48);
    const createdAt = new Date('2019-03-29T17:31:36.429Z');
    const { image: made, contradictions } = await image(1045, 'original_images/bröd (1).jpg', bytes, {
      createdAt,
      description: 'Bread',
      tags: ['x'],
    });
    expect(contradictions).toEqual([]);
    expect(made).toMatchObject({
      id: 1045,
      fileKey: 'original_images/bröd (1).jpg',
      createdAt,
      fileState: 'ok',
      fileHash: createHash('sha1').update(bytes).digest('hex'),
    });
    const served = await world.app.inject('/media/original_images/br%C3%B6d%20(1).jpg');
    expect(served.rawPayload).toEqual(bytes);
    const next = await world.app.inject({
      method: 'POST',
      url: '/api/admin/v1/images',
      ...multipart(bytes, 'next.jpg'),
    });
    expect(next.json<Row>().id).toBeGreaterThan(1045);
  });

  it('stores images whose file is lost or broken, and says so', async () => {
    const lost = await image(2001, 'original_images/lost.jpg', null);
    expect(lost).toMatchObject({ image: { fileState: 'missing', width: 64 }, contradictions: [{ field: 'file' }] });
    const broken = await image(2002, 'original_images/broken.jpg', Buffer.from('no image'));
    expect(broken.image.fileState).toBe('unreadable');
    const list = await world.app.inject('/api/admin/v1/images?ids=2001,2002');
    expect(list.json()).toMatchObject({ total: 2, items: [{ thumbnailUrl: null }, { thumbnailUrl: null }] });
  });

  it('tells where the record contradicts the file', async () => {
    const { image: made, contradictions } = await image(2003, 'original_images/other.jpg', await picture(64, 40), {
      recordedSize: 1,
      recordedHash: 'abc',
    });
    expect(contradictions.map(({ field }) => field)).toEqual(['fileSize', 'fileHash', 'height']);
    expect(made).toMatchObject({ width: 64, height: 48 });
  });

  it('lets an image and a document share a file, and keeps it until both are gone', async () => {
    const bytes = await picture(64, 48, 'png');
    await image(2004, 'original_images/shared.png', bytes);
    const { document } = await world.get(ImportDocument).run(world.system, {
      id: 2004,
      title: 'Shared',
      fileKey: 'original_images/shared.png',
      sourcePath: join(folder, 'source-2004'),
      collectionId: 1,
    });
    expect(document.fileKey).toBe('original_images/shared.png');
    await world.get(DeleteDocument).run(world.system, { id: 2004 });
    await world.get(PurgeDocument).run(world.system, { id: 2004 });
    expect((await world.app.inject('/media/original_images/shared.png')).statusCode).toBe(200);
  });

  it('never overwrites what another row has', async () => {
    await image(2005, 'original_images/taken.jpg', await picture(64, 48));
    const { image: second } = await image(2006, 'original_images/taken.jpg', await picture(64, 49));
    expect(second.fileKey).toMatch(/taken_[0-9a-z]{7}\.jpg$/);
  });

  it.each(['../x.jpg', '/etc/passwd', 'a//b.jpg', 'a/./b.jpg', 'a\\b.jpg', '', 'a\0b'])(
    'refuses the key %j',
    async (key) => {
      await expect(image(2100, key, await picture(64, 48))).rejects.toMatchObject({ code: 'invalid' });
      expect(await world.db.manager.existsBy(Image, { id: 2100 })).toBe(false);
    },
  );

  it('keeps the tree of collections', async () => {
    await world.get(CreateCollection).run(world.system, { id: 300, name: 'Zoo', parentId: 1 });
    await world.get(CreateCollection).run(world.system, { id: 299, name: 'Birds', parentId: 300 });
    await world.get(CreateCollection).run(world.system, { id: 298, name: 'Art', parentId: 1 });
    const { items } = (await world.app.inject('/api/admin/v1/collections')).json<{
      items: { id: number; depth: number }[];
    }>();
    expect(items.map(({ id }) => id).filter((id) => id >= 298 && id <= 300)).toEqual([298, 300, 299]);
    expect(items.find(({ id }) => id === 299)).toMatchObject({ parentId: 300, depth: 3 });
  });
});

describe('tags', () => {
  it('are made once, also by many at a time, and completed', async () => {
    const store = world.get(TagStore);
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        world.db.transaction((manager) => store.findOrCreate(manager, ['Grüße', 'C++', 'C#', `own ${index}`, ' C++ '])),
      ),
    );
    expect(new Set(made.map((tags) => tags.find(({ name }) => name === 'C++')?.id)).size).toBe(1);
    expect(made[0]?.map(({ name }) => name)).toEqual(['C#', 'C++', 'Grüße', 'own 0']);
    const completed = await world.app.inject('/api/admin/v1/tags?q=c');
    expect(completed.json()).toEqual({ items: ['C#', 'C++'] });
    await expect(
      world.db.transaction((manager) => store.findOrCreate(manager, ['x'.repeat(101)])),
    ).rejects.toMatchObject({ code: 'invalid' });
  });
});
