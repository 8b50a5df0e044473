import type { ImageRow } from '../../../libs/media/src/http/image.dto.js';
import { FileOwners, REMOVE_FILES } from '../../../libs/media/src/files/file-owners.js';
import sharp from 'sharp';
import { useTestDatabase } from '../../support/database.js';
import { movingPicture, multipart, picture } from './pictures.js';
import { polyglots } from './polyglots.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;

beforeAll(async () => {
  world = await MediaWorld.start(db().url, {
    maxImageBytes: 300_000,
    maxPixels: 1_000_000,
    maxAnimationPixels: 2_000_000,
  });
});
afterAll(() => world.stop());
beforeEach(() => world.signIn());

async function upload(file: Buffer, name: string, fields: Record<string, string> = {}) {
  return world.app.inject({ method: 'POST', url: '/api/admin/v1/images', ...multipart(file, name, fields) });
}

async function uploaded(file: Buffer, name: string, fields: Record<string, string> = {}): Promise<ImageRow> {
  const answer = await upload(file, name, fields);
  expect(answer.statusCode).toBe(201);
  return answer.json<ImageRow>();
}

describe('uploading an image', () => {
  it('stores it under a name of ours and answers a row with addresses that work', async () => {
    const row = await uploaded(await picture(640, 480), '../../My photo.JPG', {
      tags: 'bird, sea,bird',
      alt: 'A bird',
    });
    expect(row).toMatchObject({
      title: 'My photo',
      alt: 'A bird',
      width: 640,
      height: 480,
      mimeType: 'image/jpeg',
      tags: ['bird', 'sea'],
      collectionId: 1,
      uploadedBy: { id: 1, name: 'Ada' },
      focalPoint: null,
      fileName: 'My photo.JPG',
    });
    expect(row.url).toMatch(/^\/media\/original_images\/My_photo_[0-9a-f]{8}\.jpg$/);
    const thumbnail = await world.app.inject(row.thumbnailUrl ?? '');
    expect(thumbnail.statusCode).toBe(200);
    expect(await sharp(thumbnail.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 400, height: 300 });
    expect(world.audit.entries.at(-1)).toMatchObject({
      action: 'image.add',
      subject: { id: row.id, label: 'My photo' },
    });
  });

  it('takes the title and the collection from fields behind the file too', async () => {
    const body = multipart(await picture(10, 10), 'x.jpg', { title: 'Named' });
    expect((await world.app.inject({ method: 'POST', url: '/api/admin/v1/images', ...body })).json()).toMatchObject({
      title: 'Named',
    });
  });

  it('applies the orientation of photos', async () => {
    const turned = await sharp(await picture(40, 20))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const row = await uploaded(turned, 'turned.jpg');
    expect(row).toMatchObject({ width: 20, height: 40 });
    const preview = await world.app.inject(row.previewUrl ?? '');
    expect(await sharp(preview.rawPayload).metadata()).toMatchObject({ width: 20, height: 40 });
  });

  it('keeps two uploads of one file apart', async () => {
    const file = await picture(12, 12);
    const [first, second] = [await uploaded(file, 'same.jpg'), await uploaded(file, 'same.jpg')];
    expect(first.url).not.toBe(second.url);
  });

  it.each([
    ['text called an image', Buffer.from('hello, this is no image at all'), 'x.jpg', 422, 'image_refused'],
    ['an empty file', Buffer.alloc(0), 'x.png', 422, 'image_refused'],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'x.heic', 422, 'image_refused'],
    ['half a header', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'x.png', 422, 'image_refused'],
    ['HTML called SVG', Buffer.from('<html><body><svg></svg></body></html>'), 'x.svg', 422, 'image_refused'],
    [
      'an SVG with entities',
      Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaa">]><svg>&a;</svg>'),
      'x.svg',
      422,
      'image_refused',
    ],
    ['a TIFF', Buffer.from('II*\0aaaaaaaaaaaaaaaaaaaaaaaaaa'), 'x.tif', 422, 'image_refused'],
    ['more bytes than allowed', Buffer.alloc(300_001, 1), 'x.jpg', 413, 'too_large'],
  ])('refuses %s and leaves nothing', async (_what, file, name, status, code) => {
    const before = await world.files();
    const answer = await upload(file, name);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    expect(await world.files()).toEqual(before);
  });

  it('refuses a truncated photo', async () => {
    const whole = await picture(400, 400);
    expect((await upload(whole.subarray(0, whole.length - 200), 'cut.jpg')).statusCode).toBe(422);
  });

  it('refuses a pixel flood by its header, before decoding', async () => {
    const flood = await sharp({ create: { width: 8000, height: 8000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const answer = await upload(flood, 'flood.png');
    expect(answer.statusCode).toBe(422);
  });

  it('counts the frames of animations', async () => {
    expect((await upload(await movingPicture(900, 900, 3, 'gif'), 'long.gif')).json()).toMatchObject({
      code: 'image_refused',
    });
  });

  it('refuses other bodies with a sentence', async () => {
    const plain = await world.app.inject({ method: 'POST', url: '/api/admin/v1/images', payload: { title: 'x' } });
    expect(plain.json()).toMatchObject({ status: 400, code: 'bad_request' });
    const extra = await upload(await picture(4, 4), 'x.jpg', { admin: 'true' });
    expect(extra.statusCode).toBe(400);
    const collection = await upload(await picture(4, 4), 'x.jpg', { collectionId: '99' });
    expect(collection.json()).toMatchObject({ status: 422, errors: [{ path: '/collectionId' }] });
  });

  it('keeps scripts and outside references out of drawings', async () => {
    const bad = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" onload="alert(1)"><script>alert(2)</script>
      <style>rect{fill:url(http://evil.example/x)}</style><a href="javascript:alert(3)"><rect width="10" height="10" onclick="x()"/></a>
      <image href="http://evil.example/y.png"/><use href="#ok"/><foreignObject><body>hi</body></foreignObject></svg>`;
    const row = await uploaded(Buffer.from(bad), 'bad.svg');
    expect(row).toMatchObject({ width: 200, height: 100, mimeType: 'image/svg+xml' });
    const served = await world.app.inject(row.url);
    expect(served.body).not.toMatch(/script|onload|onclick|evil|javascript|foreignObject/i);
    expect(served.body).toContain('<use href="#ok"');
    expect(served.headers['content-security-policy']).toContain('sandbox');
    expect(served.headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('files that are two things at once', () => {
  it('are made anew as images, saved as documents, and run as neither (E09)', async () => {
    const admin = '/api/admin/v1';
    for (const [name, bytes] of await polyglots()) {
      const document = await world.app.inject({ method: 'POST', url: `${admin}/documents`, ...multipart(bytes, name) });
      expect([name, document.statusCode]).toEqual([name, 201]);
      const { headers } = await world.app.inject(document.json<{ url: string }>().url);
      expect([name, headers['x-content-type-options']]).toEqual([name, 'nosniff']);
      const type = String(headers['content-type']);
      expect([name, type]).toEqual([name, expect.not.stringMatching(/html|xml|javascript|svg/)]);
      // Browsers show these by themselves, and nothing in them is a page of ours.
      const isShown = /^(image\/(gif|jpeg|png)|application\/pdf)$/.test(type);
      expect([name, isShown || String(headers['content-disposition']).startsWith('attachment')]).toEqual([name, true]);

      const image = await upload(bytes, name);
      expect([name, image.statusCode]).toEqual([name, name.endsWith('.jpg') || name === 'behind.png' ? 201 : 422]);
      if (image.statusCode !== 201) continue;
      const { id } = image.json<ImageRow>();
      const made = await world.app.inject(`${admin}/images/${id}/renditions?specs=width-5,original`);
      for (const { url } of made.json<{ items: { url: string }[] }>().items) {
        const { rawPayload, headers } = await world.app.inject(url);
        expect([url, rawPayload.includes('<script')]).toEqual([url, false]);
        expect(headers).toMatchObject({
          'content-type': expect.stringMatching(/^image\/(jpeg|png|webp)$/),
          'x-content-type-options': 'nosniff',
        });
      }
    }
  });
});

describe('editing an image', () => {
  it('changes texts, tags and focal point, and the address of its crops with it', async () => {
    const row = await uploaded(await picture(100, 80), 'edit.jpg');
    const answer = await world.app.inject({
      method: 'PATCH',
      url: `/api/admin/v1/images/${row.id}`,
      payload: { title: ' New ', tags: ['b', 'a'], focalPoint: { x: 10, y: 10, width: 5, height: 5 } },
    });
    expect(answer.json()).toMatchObject({
      title: 'New',
      tags: ['a', 'b'],
      focalPoint: { x: 10, y: 10, width: 5, height: 5 },
    });
    const cleared = await world.app.inject({
      method: 'PATCH',
      url: `/api/admin/v1/images/${row.id}`,
      payload: { focalPoint: null },
    });
    expect(cleared.json()).toMatchObject({ focalPoint: null, title: 'New' });
  });

  it('is told to be done, though somebody purged it before it could be shown', async () => {
    const row = await uploaded(await picture(100, 80), 'short-lived.jpg');
    const client = world.db;
    // The deletion of somebody else that commits right after the edit.
    await client.query(`
      CREATE FUNCTION pull_out() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN DELETE FROM image WHERE id = ${row.id}; RETURN NULL; END $$`);
    await client.query(`
      CREATE CONSTRAINT TRIGGER pull_out AFTER UPDATE ON image DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.id = ${row.id}) EXECUTE FUNCTION pull_out()`);
    const url = `/api/admin/v1/images/${row.id}`;
    const answer = await world.app.inject({ method: 'PATCH', url, payload: { title: 'Gone' } });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([410, 'gone_since']);
    await client.query('DROP FUNCTION pull_out CASCADE');
  });

  it.each([
    [{ title: '' }, 422],
    [{ title: 'x'.repeat(300) }, 422],
    [{ focalPoint: { x: 500, y: 1, width: 1, height: 1 } }, 422],
    [{ focalPoint: { x: 'a', y: 1, width: 1, height: 1 } }, 400],
    [{ fileKey: 'x' }, 400],
    [{ collectionId: 77 }, 422],
  ])('refuses %j', async (payload, status) => {
    const row = await uploaded(await picture(100, 80), 'edit.jpg');
    expect(
      (await world.app.inject({ method: 'PATCH', url: `/api/admin/v1/images/${row.id}`, payload })).statusCode,
    ).toBe(status);
  });
});

describe('lists of images', () => {
  it('are searched, filtered, ordered and paged', async () => {
    const one = await uploaded(await picture(5, 5), 'zebra.jpg', { title: 'Zebra 100%', tags: 'animal' });
    const two = await uploaded(await picture(5, 6), 'aardvark.jpg', { title: 'Aardvark', tags: 'animal' });
    const list = async (query: string) =>
      (await world.app.inject(`/api/admin/v1/images?${query}`)).json<{ total: number; items: ImageRow[] }>();
    expect((await list('tag=animal&order=title')).items.map(({ id }) => id)).toEqual([two.id, one.id]);
    expect(await list('tag=animal&limit=1&offset=1&order=title')).toMatchObject({ total: 2, items: [{ id: one.id }] });
    expect((await list('q=100%25%20zebra')).items.map(({ id }) => id)).toEqual([one.id]);
    expect((await list('q=%25%25')).total).toBe(0);
    expect((await list(`ids=${one.id},99999`)).items.map(({ id }) => id)).toEqual([one.id]);
    expect((await list('collection=1')).total).toBeGreaterThan(1);
    for (const bad of [
      'limit=201',
      'limit=1e9',
      'offset=-1',
      'order=file_key',
      'ids=a',
      'x=1',
      'collection=abc',
      'q[]=a',
    ]) {
      expect((await world.app.inject(`/api/admin/v1/images?${bad}`)).statusCode).toBe(400);
    }
  });

  it('show what the collections of the reader hold, and no more', async () => {
    const made = await world.app.inject({
      method: 'POST',
      url: '/api/admin/v1/collections',
      payload: { name: 'Mine' },
    });
    const mine = made.json<{ id: number }>().id;
    const inside = await uploaded(await picture(7, 7), 'inside.jpg', { collectionId: String(mine) });
    const outside = await uploaded(await picture(7, 8), 'outside.jpg');
    const at = { kind: 'collection', id: mine } as const;
    world.signInWith({ permission: 'image.choose', scope: at }, { permission: 'image.add', scope: at });
    const list = (await world.app.inject('/api/admin/v1/images')).json<{ items: ImageRow[] }>();
    expect(list.items.map(({ id }) => id)).toEqual([inside.id]);
    expect((await world.app.inject(`/api/admin/v1/images/${outside.id}`)).statusCode).toBe(404);
    expect((await upload(await picture(3, 3), 'x.jpg')).statusCode).toBe(403);
    expect((await upload(await picture(3, 3), 'x.jpg', { collectionId: String(mine) })).statusCode).toBe(201);
    expect((await world.app.inject({ method: 'DELETE', url: `/api/admin/v1/images/${inside.id}` })).statusCode).toBe(
      403,
    );
    const tree = (await world.app.inject('/api/admin/v1/collections')).json<{ items: { name: string }[] }>();
    expect(tree.items.map(({ name }) => name)).toEqual(['Root', 'Mine']);
  });
});

const fileIn = (url: string): string => decodeURIComponent(url.replace('/media/', ''));

describe('deleting an image', () => {
  it('is refused while something uses it', async () => {
    const row = await uploaded(await picture(9, 9), 'used.jpg');
    await world.db.query(
      `INSERT INTO reference (source_type, source_id, target_type, target_id, pointer, live, draft) VALUES ('page', 7, 'image', $1, '/hero', true, true)`,
      [row.id],
    );
    const answer = await world.app.inject({ method: 'DELETE', url: `/api/admin/v1/images/${row.id}` });
    expect(answer.json()).toMatchObject({
      status: 409,
      code: 'in_use',
      // Who asks sees no pages, and is told that there are some all the same.
      usage: { total: 0, hidden: 1, items: [] },
    });
    const usage = await world.app.inject(`/api/admin/v1/images/${row.id}/usage`);
    expect(usage.json()).toMatchObject({ total: 0, hidden: 1, items: [] });
  });

  it('and purging it takes the row, and the files once the transaction is through', async () => {
    const row = await uploaded(await picture(9, 9), 'gone.jpg');
    await world.app.inject(row.thumbnailUrl ?? '');
    for (const query of ['', '?purge=true']) {
      const answer = await world.app.inject({ method: 'DELETE', url: `/api/admin/v1/images/${row.id}${query}` });
      expect(answer.statusCode).toBe(204);
      expect((await world.app.inject(row.url)).statusCode).toBe(404);
      expect((await world.app.inject(row.thumbnailUrl ?? '')).statusCode).toBe(404);
    }
    expect(await world.files()).toContain(fileIn(row.url));
    const jobs: { payload: { keys: string[] } }[] = await world.db.query(
      `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        WHERE t.identifier = $1`,
      [REMOVE_FILES],
    );
    for (const { payload } of jobs) await world.get(FileOwners).removeUnowned(payload);
    const left = await world.files();
    expect(left).not.toContain(fileIn(row.url));
    expect(left).not.toContain(fileIn(row.thumbnailUrl ?? ''));
  });
});
