import { ContentTypes, StreamField, stream, type ValueOf } from '@pipit/content-types';
import {
  AheadRenditions,
  Image,
  ImageField,
  Rendition,
  Renditions,
  UploadImage,
  image,
  withSpooledFile,
} from '@pipit/media';
import { PageContent, PageType } from '@pipit/pages';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { DeclaredSpecs } from '../../../libs/media/src/presets/declared-specs.js';
import type { Relation } from 'typeorm';
import { useTestDatabase } from '../../support/database.js';
import { movingPicture, picture } from './pictures.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

@PageType({ app: 'presets' })
class Postcard extends PageContent {
  @ImageField({ renditions: { card: 'crop-hero|width-{40,80}|format-{webp,jpeg}' }, ahead: true })
  picture!: Relation<Image> | null;
  @ImageField({ renditions: { late: 'width-10' } }) other!: Relation<Image> | null;
}

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;

beforeAll(async () => {
  world = await MediaWorld.start(db().url, { crops: { hero: '16:9' }, quality: { jpeg: 20, webp: 80, avif: 40 } });
  world.get(ContentTypes).add([Postcard]);
});
afterAll(() => world.stop());

function add(bytes: Buffer, fileName: string): Promise<Image> {
  return withSpooledFile(Readable.from([bytes]), { maxBytes: 50_000_000 }, (file) =>
    world.get(UploadImage).run(world.system, { file, fileName }),
  );
}

async function shapeOf(image: Image, spec: string) {
  const shape = await world.get(Renditions).describe(world.system, image, spec, { baseUrl: 'https://a.example' });
  if ('error' in shape) throw new Error(shape.error);
  return shape;
}

describe('a spec with braces', () => {
  it('is a picture: sources in the order browsers are to try them, the most widely known format as fallback', async () => {
    const shape = await shapeOf(
      await add(await picture(200, 100), 'wide.jpg'),
      'width-{40,80}|format-{jpeg,avif,webp}',
    );
    const name = (width: number, format: string, ending: string) =>
      expect.stringMatching(`^/media/images/wide_[0-9a-f]{8}\\.width-${width}\\.format-${format}\\.${ending} ${width}w`) as string; // prettier-ignore
    expect(shape).toMatchObject({ width: 40, height: 20, alt: 'wide', url: expect.stringMatching(/width-40\.format-jpeg\.jpg$/) as string }); // prettier-ignore
    if (!('sources' in shape)) throw new Error('No picture.');
    expect(shape.full_url).toBe(`https://a.example${shape.url}`);
    expect(shape.srcset.split(', ')).toEqual([name(40, 'jpeg', 'jpg'), name(80, 'jpeg', 'jpg')]);
    expect(shape.sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp']);
    expect(shape.sources[0]?.srcset.split(', ')).toEqual([name(40, 'avif', 'avif'), name(80, 'avif', 'avif')]);
  });

  it('without formats is a srcset alone', async () => {
    const shape = await shapeOf(await add(await picture(200, 100), 'set.jpg'), 'width-{40,80}');
    expect(shape).toMatchObject({ width: 40, sources: [], srcset: expect.stringMatching(/40w, .* 80w$/) as string });
  });
});

describe('a format left to be agreed upon', () => {
  const ask = (url: string, accept?: string) => world.app.inject({ url, headers: accept ? { accept } : {} });

  it.each([
    ['image/avif,image/webp,image/*,*/*;q=0.8', 'image/avif'],
    ['image/webp,*/*;q=0.8', 'image/webp'],
    ['image/avif;q=0,image/webp', 'image/webp'],
    ['*/*', 'image/jpeg'],
    ['IMAGE/AVIF', 'image/avif'],
    [undefined, 'image/jpeg'],
    ['nonsense;;;,,q=', 'image/jpeg'],
  ])('is for %s %s, and caches are told what it depends on', async (accept, expected) => {
    const { url } = await shapeOf(await add(await picture(60, 40), 'auto.jpg'), 'width-30|format-auto');
    expect(url).toMatch(/width-30\.format-auto\.jpg$/);
    const answer = await ask(url, accept);
    expect(answer.headers).toMatchObject({
      'content-type': expected,
      vary: expect.stringContaining('Accept') as string,
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const { width, format } = await sharp(answer.rawPayload).metadata();
    expect([width, format]).toEqual([30, { avif: 'heif', webp: 'webp', jpeg: 'jpeg' }[expected.slice(6)]]);
  });

  it('keeps moving what moves, and drawings drawings', async () => {
    const moving = await shapeOf(await add(await movingPicture(20, 10, 3, 'gif'), 'm.gif'), 'width-10|format-auto');
    expect((await ask(moving.url, 'image/avif,image/webp')).headers['content-type']).toBe('image/webp');
    expect((await ask(moving.url, '*/*')).headers['content-type']).toBe('image/gif');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>');
    const drawing = await shapeOf(await add(svg, 'd.svg'), 'width-10|format-auto');
    expect((await ask(drawing.url, 'image/avif')).headers['content-type']).toBe('image/svg+xml');
  });

  it('is no format beside another', async () => {
    const image = await add(await picture(6, 4), 'both.jpg');
    await expect(shapeOf(image, 'format-auto|format-png')).rejects.toMatchObject({ code: 'invalid_filter_spec' });
  });
});

describe('renditions that types declare', () => {
  it('are made before anybody asks where the field says so, and once', async () => {
    const image = await add(await picture(200, 100), 'ahead.jpg');
    await world.get(AheadRenditions).make({ id: image.id });
    const rows = await world.db.manager.findBy(Rendition, { imageId: image.id });
    expect(rows.map(({ filterSpec, width, height }) => [filterSpec, width, height]).sort()).toEqual([
      ['crop-hero|width-40|format-jpeg', 40, 22],
      ['crop-hero|width-40|format-webp', 40, 22],
      ['crop-hero|width-80|format-jpeg', 80, 44],
      ['crop-hero|width-80|format-webp', 80, 44],
    ]);
    expect(rows.every(({ fileSize }) => fileSize !== null)).toBe(true);
    const written = world.storage.written.length;
    await world.get(AheadRenditions).make({ id: image.id });
    expect(world.storage.written.length).toBe(written);
    await world.get(AheadRenditions).make({ id: 999_999 });
  });

  it('are planned when an image comes, changes its look or gets another file', async () => {
    const jobs = async (id: number) =>
      (await world.db.query<unknown[]>(`SELECT 1 FROM graphile_worker.jobs WHERE key = $1`, [`media:make-renditions:${id}`])).length; // prettier-ignore
    const ahead = world.get(AheadRenditions);
    await ahead.edited({ id: 71, focalPointMoved: false } as never);
    expect(await jobs(71)).toBe(0);
    await ahead.edited({ id: 71, focalPointMoved: true } as never);
    await ahead.replaced({ id: 71 } as never);
    await ahead.added({ id: 71 } as never);
    expect(await jobs(71)).toBe(1);
  });

  it('are checked at the start, every one of them', () => {
    const pictures = stream({ picture: image({ apiRendition: 'fill-1x' }) });
    @PageType({ app: 'presets' })
    class Slip extends PageContent {
      @ImageField({ renditions: { a: 'crop-nobody|width-10' } }) picture!: Relation<Image> | null;
      @ImageField({ renditions: { hero: 'fil-1920x600' } }) hero!: Relation<Image> | null;
      @StreamField(pictures) body!: ValueOf<typeof pictures>;
    }
    expect(world.get(DeclaredSpecs).check()).toEqual([]);
    world.get(ContentTypes).add([Slip]);
    expect(world.get(DeclaredSpecs).check()).toMatchObject([
      { id: 'media.E001', message: expect.stringContaining('There is no crop “nobody”') as string },
      { message: 'presets.Slip.hero: “fil-1920x600” is no filter spec. There is no image operation "fil".' },
      { message: expect.stringMatching(/^presets\.Slip\.body: “fill-1x” is no filter spec\. .*size/) as string },
    ]);
  });
});

it('takes the quality of renditions from the options of the project', async () => {
  const image = await add(await sharp({ create: { width: 300, height: 300, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).jpeg({ quality: 95 }).toBuffer(), 'noise.jpg'); // prettier-ignore
  const bytes = async (spec: string) => (await world.app.inject((await shapeOf(image, spec)).url)).rawPayload.length;
  expect(await bytes('width-200')).toBe(await bytes('width-200|jpegquality-20'));
  expect(await bytes('width-200')).toBeLessThan(await bytes('width-200|jpegquality-76'));
});

it('finds a file that the storage has lost by making it again', async () => {
  const { url } = await shapeOf(await add(await picture(60, 40), 'lost.jpg'), 'width-20');
  const before = await world.app.inject(url);
  await world.storage.delete(decodeURIComponent(url.replace('/media/', '')));
  const after = await world.app.inject(url);
  expect([after.statusCode, after.rawPayload]).toEqual([200, before.rawPayload]);
});

describe('an image whose rights have expired', () => {
  const expire = (id: number, to: string) => world.db.query(`UPDATE image SET rights_expire_at = ${to} WHERE id = $1`, [id]); // prettier-ignore

  it('is shown as before, unless the project wants it hidden', async () => {
    const hiding = await MediaWorld.start(db().url, { expiredImages: 'hide' }, world);
    const image = await add(await picture(60, 40), 'rights.jpg');
    const { url } = await shapeOf(image, 'width-20');
    const codes = async (path: string) =>
      [(await world.app.inject(path)).statusCode, (await hiding.app.inject(path)).statusCode]; // prettier-ignore
    await expire(image.id, `now() + interval '1 hour'`);
    expect(await codes(url)).toEqual([200, 200]);
    await expire(image.id, `now() - interval '1 hour'`);
    expect(await codes(url)).toEqual([200, 404]);
    expect(await codes(`/media/${image.fileKey}`)).toEqual([200, 404]);
    await hiding.stop();
  });
});
