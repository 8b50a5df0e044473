import { Image, Rendition, Renditions, UploadImage, withSpooledFile } from '@pipit/media';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { useTestDatabase } from '../../support/database.js';
import { movingPicture, picture } from './pictures.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;

beforeAll(async () => {
  world = await MediaWorld.start(db().url);
});
afterAll(() => world.stop());

function add(bytes: Buffer, fileName: string): Promise<Image> {
  return withSpooledFile(Readable.from([bytes]), { maxBytes: 50_000_000 }, (file) =>
    world.get(UploadImage).run(world.system, { file, fileName }),
  );
}

async function describeOne(image: Image, spec: string) {
  const shape = await world.get(Renditions).describe(world.system, image, spec, { baseUrl: 'http://localhost' });
  if ('error' in shape) throw new Error(shape.error);
  return shape;
}

async function fetchBytes(url: string): Promise<Buffer> {
  const answer = await world.app.inject(url);
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

describe('a rendition', () => {
  it.each([
    ['fill-100x60-c50', 'jpeg', 100, 60],
    ['max-100x100', 'jpeg', 100, 75],
    ['min-120x120', 'jpeg', 160, 120],
    ['width-50', 'jpeg', 50, 37],
    ['height-40', 'jpeg', 53, 40],
    ['scale-50', 'jpeg', 320, 240],
    ['scale-150', 'jpeg', 960, 720],
    ['original', 'jpeg', 640, 480],
    ['width-60|format-webp', 'webp', 60, 45],
    ['width-60|format-webp-lossless', 'webp', 60, 45],
    ['width-60|format-avif|avifquality-30', 'heif', 60, 45],
    ['width-60|format-png|bgcolor-fff', 'png', 60, 45],
    ['width-60|format-gif', 'gif', 60, 45],
    ['width-60|jpegquality-10', 'jpeg', 60, 45],
  ])('%s is made as it was described', async (spec, format, width, height) => {
    const image = await add(await picture(640, 480), `${spec}.jpg`);
    const shape = await describeOne(image, spec);
    expect(shape).toMatchObject({ width, height, full_url: `http://localhost${shape.url}`, alt: image.title });
    expect(await sharp(await fetchBytes(shape.url)).metadata()).toMatchObject({ format, width, height });
  });

  it.each(['png', 'webp', 'gif', 'avif'] as const)('of a %s is a PNG', async (format) => {
    const image = await add(await picture(64, 48, format), `x.${format}`);
    const shape = await describeOne(image, 'fill-30x30');
    expect(shape.url).toMatch(/\.png$/);
    expect(await sharp(await fetchBytes(shape.url)).metadata()).toMatchObject({ format: 'png', width: 30, height: 30 });
  });

  it.each(['gif', 'webp'] as const)('of a moving %s keeps moving', async (format) => {
    const image = await add(await movingPicture(60, 40, 4, format), `moving.${format}`);
    const shape = await describeOne(image, 'fill-20x20');
    expect(shape).toMatchObject({ width: 20, height: 20 });
    expect(await sharp(await fetchBytes(shape.url), { animated: true }).metadata()).toMatchObject({
      format,
      pages: 4,
      pageHeight: 20,
    });
    const still = await describeOne(image, 'fill-20x20|format-png');
    expect((await sharp(await fetchBytes(still.url)).metadata()).height).toBe(20);
  });

  it('of a picture with transparency gets a white ground as JPEG', async () => {
    const clear = await sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const shape = await describeOne(await add(clear, 'clear.png'), 'original|format-jpeg');
    const { data } = await sharp(await fetchBytes(shape.url))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it('of a drawing stays a drawing', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="red"/></svg>';
    const image = await add(Buffer.from(svg), 'vector.svg');
    const shape = await describeOne(image, 'fill-300x300');
    expect(shape).toMatchObject({ width: 100, height: 100 });
    const text = (await fetchBytes(shape.url)).toString();
    expect(text).toMatch(/width="100" height="100" viewBox="50 0 100 100"/);
    await expect(describeOne(image, 'width-40|format-webp')).rejects.toMatchObject({ code: 'invalid_filter_spec' });
    expect((await describeOne(image, 'width-40|format-webp|preserve-svg')).url).toMatch(/width-40\.svg$/);
  });

  it('as icon is an icon', async () => {
    const shape = await describeOne(await add(await picture(64, 64), 'icon.jpg'), 'fill-32x32|format-ico');
    const bytes = await fetchBytes(shape.url);
    expect([...bytes.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
    expect(await sharp(bytes.subarray(22)).metadata()).toMatchObject({ format: 'png', width: 32, height: 32 });
  });

  it('says nothing about where a photo was taken', async () => {
    const photo = await sharp(await picture(40, 30))
      .withExif({ IFD0: { Copyright: 'Somebody', Artist: 'Ada' } })
      .toBuffer();
    const shape = await describeOne(await add(photo, 'photo.jpg'), 'width-20');
    const metadata = await sharp(await fetchBytes(shape.url)).metadata();
    expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined]);
  });

  it('keeps its address and gets another when the focal point moves', async () => {
    const image = await add(await picture(80, 60), 'focal.jpg');
    const first = await describeOne(image, 'fill-20x20');
    expect(await describeOne(image, 'fill-20x20')).toEqual(first);
    const moved = Object.assign(new Image(), image, {
      focalPointX: 5,
      focalPointY: 5,
      focalPointWidth: 2,
      focalPointHeight: 2,
    });
    expect((await describeOne(moved, 'fill-20x20')).url).not.toBe(first.url);
    expect((await describeOne(moved, 'width-20')).url).toBe((await describeOne(image, 'width-20')).url);
  });

  it('is cached for ever, answered from its tag, and in ranges', async () => {
    const { url } = await describeOne(await add(await picture(80, 60), 'cache.jpg'), 'width-20');
    const whole = await world.app.inject(url);
    expect(whole.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-length': String(whole.rawPayload.length),
    });
    const again = await world.app.inject({ url, headers: { 'if-none-match': whole.headers.etag as string } });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    const part = await world.app.inject({ url, headers: { range: 'bytes=2-5' } });
    expect(part.statusCode).toBe(206);
    expect(part.rawPayload).toEqual(whole.rawPayload.subarray(2, 6));
    expect(part.headers['content-range']).toBe(`bytes 2-5/${whole.rawPayload.length}`);
    expect((await world.app.inject({ url, headers: { range: 'bytes=99999999-' } })).statusCode).toBe(416);
    const head = await world.app.inject({ method: 'HEAD', url });
    expect([head.statusCode, head.headers['content-length'], head.body]).toEqual([
      200,
      String(whole.rawPayload.length),
      '',
    ]);
  });

  it('is made once, however many processes are asked for it at a time', async () => {
    const image = await add(await picture(1200, 900), 'flight.jpg');
    const shapes = await world.get(Renditions).describeMany(
      world.system,
      ['width-200', 'width-300', 'width-400'].map((spec) => ({ image, spec })),
      { baseUrl: '' },
    );
    const urls = shapes.map((shape) => ('url' in shape ? shape.url : ''));
    const second = await MediaWorld.start(db().url, {}, world);
    const before = world.storage.written.length;
    const requests = [world, second].flatMap(({ app }) =>
      Array.from({ length: 10 }, () => urls.map((url) => app.inject(url))),
    );
    const answers = await Promise.all(requests.flat());
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(world.storage.written.length - before + second.storage.written.length).toBe(urls.length);
    await second.stop();
  });

  it('that is small is made with others from one decoding, and looks as if made by itself', async () => {
    const turned = await sharp(await picture(640, 480))
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const image = await add(turned, 'turned.jpg');
    const specs = ['width-60', 'width-64|format-png', 'fill-50x50|format-webp'];
    const files = await Promise.all(specs.map(async (spec) => fetchBytes((await describeOne(image, spec)).url)));
    expect(world.storage.opened.filter((key) => key === image.fileKey)).toHaveLength(1);
    const pixels = (file: Buffer) => sharp(file).resize(48, 64, { fit: 'fill' }).removeAlpha().raw().toBuffer();
    const alone = await pixels(await sharp(turned).autoOrient().resize(64, 85, { fit: 'fill' }).png().toBuffer());
    const made = await pixels(files[1] ?? Buffer.of());
    const apart = made.reduce((sum, value, index) => sum + Math.abs(value - (alone[index] ?? 0)), 0) / made.length;
    expect(apart).toBeLessThan(2);
  });

  it('is described for many images in their order, each problem in its place', async () => {
    const [one, two] = [await add(await picture(10, 10), 'one.jpg'), await add(await picture(20, 20), 'two.jpg')];
    const broken = Object.assign(new Image(), two, { id: 999_999, fileState: 'missing' });
    const shapes = await world.get(Renditions).describeMany(
      world.system,
      [
        { image: two, spec: 'width-5' },
        { image: broken, spec: 'width-5' },
        { image: one, spec: 'original' },
        { image: two, spec: 'width-5' },
      ],
      { baseUrl: '' },
    );
    expect(shapes).toMatchObject([{ width: 5 }, { error: 'SourceImageIOError' }, { width: 10 }, { width: 5 }]);
  });

  it('has a name of its own when two originals are called alike', async () => {
    const one = await add(await picture(30, 30), 'a.jpg');
    const two = await add(await picture(31, 31), 'b.jpg');
    const alike = Object.assign(new Image(), two, { fileKey: one.fileKey });
    const shapes = [await describeOne(one, 'width-9'), await describeOne(alike, 'width-9')];
    expect(shapes[1]?.url).toMatch(/width-9_[0-9a-z]{7}\.jpg$/);
    expect(shapes[0]?.url).not.toBe(shapes[1]?.url);
  });

  it('of an original that vanished is not found, and is made once it is back', async () => {
    const image = await add(await picture(30, 30), 'lost.jpg');
    const { url } = await describeOne(image, 'width-7');
    const bytes = await buffer(await world.storage.read(image.fileKey));
    await world.storage.delete(image.fileKey);
    expect((await world.app.inject(url)).statusCode).toBe(404);
    await world.storage.put(image.fileKey, bytes);
    expect((await world.app.inject(url)).statusCode).toBe(200);
  });

  it.each([
    '/media/',
    '/media/..%2f..%2fetc%2fpasswd',
    '/media/images/nothing.jpg',
    '/media/%00',
    '/media/images/x.width-99999.jpg',
    '/media/../package.json',
  ])('is not what %s asks for', async (url) => expect((await world.app.inject(url)).statusCode).toBe(404));

  it('row survives that nobody asked for its file', async () => {
    const image = await add(await picture(30, 30), 'rows.jpg');
    await describeOne(image, 'width-3');
    const rows = await world.db.manager.findBy(Rendition, { imageId: image.id });
    expect(rows).toMatchObject([{ filterSpec: 'width-3', focalKey: '', width: 3, height: 3, fileSize: null }]);
  });
});
