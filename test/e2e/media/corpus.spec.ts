import { type Image, Renditions, UploadImage, withSpooledFile } from '@pipit/media';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { useTestDatabase } from '../../support/database.js';
import { REFUSED, SAMPLES, turned, type Sample } from './corpus.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;

beforeAll(async () => {
  world = await MediaWorld.start(db().url, { maxPixels: 52_000_000 });
});
afterAll(() => world.stop());

function add(bytes: Buffer, fileName: string): Promise<Image> {
  return withSpooledFile(Readable.from([bytes]), { maxBytes: 50_000_000 }, (file) =>
    world.get(UploadImage).run(world.system, { file, fileName }),
  );
}

type Size = readonly [number, number];
const whole = (length: number): number => Math.max(1, Math.trunc(length));
const byWidth = ([w, h]: Size, width: number): Size => [width, whole((h * width) / w)];
const byHeight = ([w, h]: Size, height: number): Size => [whole((w * height) / h), height];

/** What Wagtail's operations answer, said once more from its documentation and apart from the code under test. */
const WAGTAIL: Readonly<Record<string, (size: Size) => Size>> = {
  original: (size) => size,
  'width-50': (size) => (size[0] <= 50 ? size : byWidth(size, 50)),
  'height-40': (size) => (size[1] <= 40 ? size : byHeight(size, 40)),
  'max-60x60': (size) => {
    if (size[0] <= 60 && size[1] <= 60) return size;
    return 60 / size[0] < 60 / size[1] ? byWidth(size, 60) : byHeight(size, 60);
  },
  'min-30x30': (size) => {
    if (size[0] <= 30 || size[1] <= 30) return size;
    return 30 / size[0] > 30 / size[1] ? byWidth(size, 30) : byHeight(size, 30);
  },
  'scale-33.5': ([w, h]) => [whole(w * 0.335), whole(h * 0.335)],
  'fill-40x30': ([w, h]) => filled([w, h], 40, 30),
  'fill-40x30-c100': ([w, h]) => filled([w, h], 40, 30),
};

/** Small originals give the right ratio and fewer pixels; edges of the crop are moved outwards to whole pixels. */
function filled([w, h]: Size, width: number, height: number): Size {
  const cropWidth = Math.min(w, (h * width) / height);
  const cropHeight = (cropWidth * height) / width;
  const outwards = (length: number, room: number): number =>
    Math.ceil(room / 2 + length / 2) - Math.floor(room / 2 - length / 2);
  const crop: Size = [outwards(cropWidth, w), outwards(cropHeight, h)];
  return width < crop[0] ? [width, height] : crop;
}

async function rendered(image: Image, spec: string) {
  const shape = await world.get(Renditions).describe(world.system, image, spec, { baseUrl: '' });
  if ('error' in shape) throw new Error(`${spec}: ${shape.error}`);
  const answer = await world.app.inject(shape.url);
  expect([spec, answer.statusCode]).toEqual([spec, 200]);
  return { shape, bytes: answer.rawPayload, type: answer.headers['content-type'] };
}

/** One of each kind that encoders may stumble over. */
const TRIED_IN_ALL = ['cmyk.jpg', 'alpha.png', '16-bit.png', 'moving.gif', 'still.avif', 'framed.svg', '1-px.png'];

/** What a rendition's file itself says. */
async function sizeOf({ bytes, type }: { bytes: Buffer; type: unknown }): Promise<Size> {
  if (type === 'image/svg+xml') {
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(bytes.toString()) ?? [];
    return [Number(width), Number(height)];
  }
  const { width, height, pageHeight } = await sharp(bytes, { animated: true }).metadata();
  return [width, pageHeight ?? height];
}

it('has at least forty files', () => {
  expect(SAMPLES.length + REFUSED.length).toBeGreaterThanOrEqual(40);
});

describe.each(SAMPLES.map((sample): [string, Sample] => [sample.name, sample]))('%s', (name, sample) => {
  let image: Image;
  beforeAll(async () => {
    image = await add(await sample.bytes(), name);
  });

  it('is taken with the size it is seen in', () => {
    expect([image.width, image.height, image.frameCount > 1]).toEqual([...sample.size, sample.moves ?? false]);
  });

  it('is rendered in the sizes Wagtail computes', async () => {
    for (const [spec, expected] of Object.entries(WAGTAIL)) {
      // Decoding it costs a second; what every size does is seen on the others.
      if (name === '50-mpx.jpg' && ['original', 'scale-33.5', 'fill-40x30-c100'].includes(spec)) continue;
      const made = await rendered(image, spec);
      const { width, height } = made.shape;
      expect([spec, width, height]).toEqual([spec, ...expected(sample.size)]);
      expect([spec, ...(await sizeOf(made))]).toEqual([spec, width, height]);
    }
  });

  it('is written in every format it can have, without a word about its origin', async () => {
    const common = { jpeg: 'jpeg', webp: 'webp' };
    const formats = TRIED_IN_ALL.includes(name) ? { ...common, png: 'png', avif: 'heif', gif: 'gif' } : common;
    for (const [format, engine] of Object.entries(formats)) {
      if (name === '50-mpx.jpg' && format !== 'webp') continue;
      const spec = `max-20x20|format-${format}|bgcolor-fff`;
      if (sample.isDrawing) {
        await expect(rendered(image, spec)).rejects.toMatchObject({ code: 'invalid_filter_spec' });
        expect((await rendered(image, `${spec}|preserve-svg`)).type).toBe('image/svg+xml');
        continue;
      }
      const metadata = await sharp((await rendered(image, spec)).bytes, { animated: true }).metadata();
      expect([spec, metadata.format, metadata.exif, metadata.iptc, metadata.xmp, metadata.icc, metadata.orientation])
        .toEqual([spec, engine, undefined, undefined, undefined, undefined, undefined]); // prettier-ignore
      expect((metadata.pages ?? 1) > 1).toBe((sample.moves ?? false) && (format === 'gif' || format === 'webp'));
    }
  });
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is undone: reading begins in the red corner', async (orientation) => {
  const { bytes } = await rendered(await add(await turned(orientation), 'turned.jpg'), 'width-48|format-png');
  const corner = async (left: number, top: number) => {
    const { dominant } = await sharp(bytes).extract({ left, top, width: 6, height: 4 }).toBuffer().then((part) => sharp(part).stats()); // prettier-ignore
    return dominant.g < 128 ? 'red' : 'white';
  };
  expect(await Promise.all([corner(2, 2), corner(40, 2), corner(2, 26), corner(40, 26)])).toEqual(['red', 'white', 'white', 'white']); // prettier-ignore
});

it('keeps what is transparent transparent, on a ground of choice where the format has none', async () => {
  const alpha = SAMPLES.find(({ name }) => name === 'alpha.png');
  const image = await add((await alpha?.bytes()) ?? Buffer.alloc(0), 'alpha.png');
  const pixel = async (spec: string) =>
    [...(await sharp((await rendered(image, spec)).bytes).raw().toBuffer())].slice(0, 4); // prettier-ignore
  expect((await pixel('width-20'))[3]).toBeLessThan(140);
  const [, onWhite = 0] = await pixel('width-20|format-jpeg');
  const [, onBlack = 0] = await pixel('width-20|format-jpeg|bgcolor-000');
  expect(onWhite - onBlack).toBeGreaterThan(100);
});

it.each(REFUSED.map((refused) => [refused.name, refused] as const))('%s is refused', async (name, { bytes }) => {
  const before = await world.files();
  await expect(add(await bytes(), name)).rejects.toMatchObject({ code: 'image_refused' });
  expect(await world.files()).toEqual(before);
});
