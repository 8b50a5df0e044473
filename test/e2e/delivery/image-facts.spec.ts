import {
  DeleteImage,
  EditImage,
  KeptRenditions,
  RestoreImage,
  UploadImage,
  withSpooledFile,
  type Image,
} from '@pipit/media';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { ROOT_ID } from '@pipit/pages';
import { useTestDatabase } from '../../support/database.js';
import { buildDeliveryTemplate, DeliveryWorld } from './world.js';

const db = useTestDatabase('delivery', buildDeliveryTemplate);
let world: DeliveryWorld;
let image: Image;
let pageId: number;

beforeAll(async () => {
  world = await DeliveryWorld.start(db().url);
  const bytes = await sharp({ create: { width: 16, height: 12, channels: 3, background: '#3399cc' } })
    .png()
    .toBuffer();
  image = await withSpooledFile(Readable.from([bytes]), { maxBytes: 1_000_000 }, (file) =>
    world.app.get(UploadImage).run(world.ctx, { file, fileName: 'sky.png', alt: 'The sky', credit: 'Ada' }),
  );
  pageId = (await world.page(ROOT_ID, 'Article', { title: 'Home', picture: image.id })).id;
  await world.site(pageId);
});
afterAll(() => world.stop());

const detail = async (fields: string) => (await world.get(`images/${image.id}/${fields}`)).body;

describe('facts of images that Wagtail does not tell', () => {
  it.each(['', '?fields=*', '?fields=*,-title'])(
    'are not in an answer that did not ask for them (%s)',
    async (query) => {
      const body = await detail(query);
      expect(Object.keys(body ?? {}).sort()).toEqual(query.includes('-title') ? ['height', 'id', 'meta', 'width'] : ['height', 'id', 'meta', 'title', 'width']); // prettier-ignore
    },
  );

  it('are told by name, alone or beside others', async () => {
    expect(await detail('?fields=_,alt,decorative,credit,rights_expire_at,focal_point,dominant_color')).toEqual({
      alt: 'The sky',
      decorative: false,
      credit: 'Ada',
      rights_expire_at: null,
      focal_point: null,
      dominant_color: '#3399cc',
    });
    expect(await detail('?fields=placeholder')).toMatchObject({ title: 'sky', placeholder: expect.stringMatching(/^data:image\/webp/) as string }); // prettier-ignore
  });

  it('are told as they are now', async () => {
    await world.app.get(EditImage).run(world.ctx, {
      id: image.id,
      decorative: true,
      rightsExpireAt: new Date('2035-01-01T00:00:00Z'),
      focalPoint: { x: 3, y: 4, width: 1, height: 2 },
    });
    expect(await detail('?fields=_,alt,rights_expire_at,focal_point')).toEqual({
      alt: '',
      rights_expire_at: '2035-01-01T00:00:00Z',
      focal_point: { x: 3, y: 4, width: 1, height: 2 },
    });
  });

  it('are no filters', async () => {
    expect((await world.get('images/?credit=Ada')).status).toBe(400);
  });
});

describe('renditions a field declares', () => {
  it('are told with its image, where they are asked for', async () => {
    const plain = (await world.get(`pages/${pageId}/`)).body?.['picture'];
    expect(Object.keys(plain ?? {}).sort()).toEqual(['id', 'meta', 'title']);
    const asked = (await world.get(`pages/${pageId}/?fields=picture(dominant_color,renditions)`)).body?.['picture'];
    expect(asked).toMatchObject({
      dominant_color: '#3399cc',
      renditions: {
        thumb: { width: 8, height: 8, url: expect.stringMatching(/fill-8x8\.png$/) as string },
        wide: {
          width: 4,
          height: 3,
          sources: [{ type: 'image/webp' }],
          srcset: expect.stringMatching(/4w, .* 8w$/) as string,
        },
      },
    });
    expect((await world.get(`images/${image.id}/?fields=renditions`)).status).toBe(400);
  });

  it('are in the description of the API', async () => {
    const answer = await world.app.inject({ url: '/api/v2/openapi.json', headers: { host: 'birds.example' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('"srcset"');
    expect(answer.body).toContain('"dominant_color"');
  });
});

describe('a rendition that is remembered', () => {
  const file = (url: string) => world.app.inject(url);
  const until = async (isSo: () => Promise<boolean> | boolean): Promise<void> => {
    for (let tries = 0; !(await isSo()); tries += 1) {
      if (tries > 200) throw new Error('It did not happen.');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };

  it('is served as ever, and not found any more as soon as its image may not be seen', async () => {
    const asked = (await world.get(`pages/${pageId}/?fields=picture(renditions)`)).body?.['picture'];
    const { url } = (asked as { renditions: { thumb: { url: string } } }).renditions.thumb;
    const kept = world.app.get(KeptRenditions);
    const first = await file(url);
    await until(async () => (await file(url)).statusCode === 200 && !kept.isEmpty);
    const again = await file(url);
    expect([again.statusCode, again.rawPayload]).toEqual([200, first.rawPayload]);
    for (const name of ['cache-control', 'content-type', 'etag', 'content-security-policy', 'x-content-type-options']) {
      expect([name, again.headers[name]]).toEqual([name, first.headers[name]]);
    }
    await world.app.get(DeleteImage).run(world.ctx, { id: image.id, force: true });
    expect((await file(url)).statusCode).toBe(404);
    await world.app.get(RestoreImage).run(world.ctx, { id: image.id });
    await until(async () => (await file(url)).statusCode === 200 && !kept.isEmpty);
    // Somebody else's doing, of which this process hears from the database alone.
    await world.database.query(
      `INSERT INTO view_restriction (kind, target_id, restriction) VALUES ('collection', 1, 'login')`,
    );
    await until(async () => (await file(url)).statusCode === 404);
    await world.database.query(`DELETE FROM view_restriction WHERE kind = 'collection'`);
  });

  it('are gone from kept answers when rights expire, where the project hides such images', async () => {
    const hiding = await DeliveryWorld.start(db().url, {}, undefined, { expiredImages: 'hide' });
    try {
      const status = async () => (await hiding.get(`images/${image.id}/`)).status;
      expect(await status()).toBe(200);
      await hiding.app.get(EditImage).run(hiding.ctx, { id: image.id, rightsExpireAt: new Date(Date.now() + 1000) });
      // Nobody writes anything from now on.
      const end = Date.now() + 30_000;
      while ((await status()) === 200 && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
      expect(await status()).toBe(404);
    } finally {
      await hiding.app.get(EditImage).run(hiding.ctx, { id: image.id, rightsExpireAt: null });
      await hiding.stop();
    }
  });
});
