import { DescribeImages, Image } from '@pipit/media';
import { ReferenceIndex } from '@pipit/references';
import type { ImageFacetsDto } from '../../../libs/media/src/facets/facets.dto.js';
import type { ImageRow, UploadedImageRow } from '../../../libs/media/src/http/image.dto.js';
import sharp from 'sharp';
import { useTestDatabase } from '../../support/database.js';
import { movingPicture, multipart, photo, picture } from './pictures.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;

beforeAll(async () => {
  world = await MediaWorld.start(db().url, { crops: { hero: '16:9', teaser: '1:1' } });
});
afterAll(() => world.stop());
beforeEach(() => world.signIn());

const IMAGES = '/api/admin/v1/images';

async function upload(file: Buffer, name: string, fields: Record<string, string> = {}): Promise<UploadedImageRow> {
  const answer = await world.app.inject({ method: 'POST', url: IMAGES, ...multipart(file, name, fields) });
  expect(answer.statusCode).toBe(201);
  return answer.json<UploadedImageRow>();
}

function edit(id: number, payload: object) {
  return world.app.inject({ method: 'PATCH', url: `${IMAGES}/${id}`, payload });
}

async function edited(id: number, payload: object): Promise<ImageRow> {
  const answer = await edit(id, payload);
  expect(answer.statusCode).toBe(200);
  return answer.json<ImageRow>();
}

async function renditionsOf(id: number, specs: string) {
  const answer = await world.app.inject(`${IMAGES}/${id}/renditions?specs=${encodeURIComponent(specs)}`);
  return answer.json<{ items: { spec: string; url: string; width: number; height: number }[] }>().items;
}

describe('what a file says about itself', () => {
  it('is imported: credit and rights into fields, the rest beside them, and where it was taken nowhere', async () => {
    const file = await photo({ 80: 'Ada Lovelace', 116: '© Ada', 120: 'A bridge', 25: ['bridge', 'river'] });
    const row = await upload(file, 'bridge.jpg');
    expect(row).toMatchObject({ title: 'bridge', credit: 'Ada Lovelace', rights: '© Ada', description: '', alt: '' });
    expect(row.metadata).toEqual({
      camera: 'Canon EOS R5',
      takenAt: '2024-05-01T12:30:00',
      caption: 'A bridge',
      creator: 'Ada Lovelace',
      copyright: '© Ada',
      keywords: ['bridge', 'river'],
    });
    const [{ url } = { url: '' }] = await renditionsOf(row.id, 'width-40');
    const { exif, iptc, xmp, icc } = await sharp((await world.app.inject(url)).rawPayload).metadata();
    expect([exif, iptc, xmp, icc]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is believed less than who uploads it', async () => {
    expect(await upload(await photo({ 80: 'Ada' }), 'x.jpg', { credit: 'Grace', rights: '' })).toMatchObject({
      credit: 'Grace',
      rights: '',
    });
  });

  it('may be nonsense', async () => {
    const file = await photo({ 80: `\u0000\u0007 ${'x'.repeat(3000)}`, 116: '\u0000' });
    expect((await upload(file, 'long.jpg')).credit.length).toBeLessThanOrEqual(255);
    const plain = await picture(10, 10);
    const exif = Buffer.from([0xff, 0xe1, 0, 10, ...Buffer.from('Exif\0\0'), 0x4d, 0x4d]);
    const broken = Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)]);
    const row = await upload(broken, 'nonsense.jpg');
    expect(row).toMatchObject({ credit: '', rights: '', metadata: {} });
  });
});

describe('what an image looks like from far away', () => {
  it('is a colour and a few pixels that fit into a page', async () => {
    const row = await upload(await picture(640, 480, 'png'), 'blue.png');
    expect(row).toMatchObject({ dominantColor: '#3399cc', animated: false });
    expect(row.placeholder?.length).toBeLessThanOrEqual(400);
    const bytes = Buffer.from(row.placeholder?.split(',')[1] ?? '', 'base64');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 16, height: 12 });
  });

  it('is as it is seen: turned as its orientation says', async () => {
    const turned = await sharp(await picture(40, 20)).withMetadata({ orientation: 6 }).toBuffer(); // prettier-ignore
    const { placeholder } = await upload(turned, 'turned.jpg');
    const bytes = Buffer.from(placeholder?.split(',')[1] ?? '', 'base64');
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 8, height: 16 });
  });

  it('is worked out afterwards for images that came without', async () => {
    const row = await upload(await picture(40, 30), 'before.jpg');
    await world.db.query('UPDATE image SET dominant_color = NULL, placeholder = NULL WHERE id = $1', [row.id]);
    const images = world.get(DescribeImages);
    expect(await images.pending(row.id - 1, 1)).toEqual([row.id]);
    expect(await images.describe(row.id)).toBe(true);
    expect(await images.pending(row.id - 1, 1)).not.toContain(row.id);
    const { dominantColor, placeholder, version } = row;
    expect(await world.db.getRepository(Image).findOneBy({ id: row.id })).toMatchObject({ dominantColor, placeholder, version }); // prettier-ignore
  });

  it('is nothing for drawings and for what cannot be seen', async () => {
    expect(
      await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'a.svg'),
    ).toMatchObject({
      dominantColor: null,
      placeholder: null,
    });
    const clear = { create: { width: 4, height: 4, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } } };
    expect(await upload(await sharp(clear).png().toBuffer(), 'clear.png')).toMatchObject({ dominantColor: null });
  });
});

describe('facts of an image', () => {
  it('are changed one by one, and a change that began with another version is refused', async () => {
    const row = await upload(await picture(100, 80), 'facts.jpg');
    const changed = await edited(row.id, {
      credit: ' Ada ',
      rights: 'Print only',
      rightsExpireAt: '2031-01-02T03:04:05+01:00',
      baseVersion: row.version,
    });
    expect(changed).toMatchObject({
      credit: 'Ada',
      rights: 'Print only',
      rightsExpireAt: '2031-01-02T02:04:05.000Z',
      rightsState: 'valid',
      version: row.version + 1,
    });
    const late = await edit(row.id, { credit: 'Late', baseVersion: row.version });
    expect(late.json()).toMatchObject({ status: 409, code: 'edit_conflict', version: row.version + 1 });
    expect(await edited(row.id, { rightsExpireAt: null })).toMatchObject({ credit: 'Ada', rightsExpireAt: null });
  });

  it('say nothing aloud when it is decorative', async () => {
    const row = await upload(await picture(10, 10), 'ornament.jpg', { alt: 'An ornament' });
    expect(await edited(row.id, { decorative: true })).toMatchObject({ decorative: true, alt: 'An ornament' });
  });

  it.each([
    [{ credit: 'x'.repeat(256) }, 422, '/credit'],
    [{ rights: 'a\u0000b' }, 400, '/rights'],
    [{ rightsExpireAt: 'tomorrow' }, 400, '/rightsExpireAt'],
    [{ rightsExpireAt: '2024-02-31T00:00:00Z' }, 400, '/rightsExpireAt'],
    [{ decorative: 'yes' }, 400, '/decorative'],
    [{ crops: { hero: { x: 0, y: 0, width: 'a', height: 9 } } }, 400, '/crops'],
    [{ crops: { hero: { x: 0, y: 0, width: 16, height: 9, z: 1 } } }, 400, '/crops'],
    [{ crops: { nobody: { x: 0, y: 0, width: 16, height: 9 } } }, 422, '/crops/nobody'],
    [{ crops: { hero: { x: 90, y: 0, width: 16, height: 9 } } }, 422, '/crops/hero'],
    [{ crops: { hero: { x: 0, y: 0, width: 20, height: 20 } } }, 422, '/crops/hero'],
    [{ dominantColor: '#fff' }, 400, '/dominantColor'],
    [{ baseVersion: 'x' }, 400, '/baseVersion'],
  ])('are checked: %j', async (payload, status, path) => {
    const { id } = await upload(await picture(100, 80), 'checked.jpg');
    expect((await edit(id, payload)).json()).toMatchObject({ status, errors: [{ path }] });
  });
});

describe('a named crop', () => {
  it('is declared by the project', async () => {
    expect((await world.app.inject(`${IMAGES}/crops`)).json()).toEqual({
      items: [
        { name: 'hero', label: 'Hero', width: 16, height: 9 },
        { name: 'teaser', label: 'Teaser', width: 1, height: 1 },
      ],
    });
  });

  it('follows the focal point until somebody chooses, and each change has an address of its own', async () => {
    const { id } = await upload(await picture(400, 300), 'hero.jpg');
    const one = async () => (await renditionsOf(id, 'crop-hero|width-160'))[0];
    const centred = await one();
    expect(centred).toMatchObject({ width: 160, height: 90 });
    await edited(id, { focalPoint: { x: 20, y: 20, width: 10, height: 10 } });
    const focused = await one();
    await edited(id, {
      crops: { hero: { x: 10, y: 10, width: 160, height: 90 }, teaser: { x: 0, y: 0, width: 9, height: 9 } },
    });
    const chosen = await one();
    expect(new Set([centred?.url, focused?.url, chosen?.url]).size).toBe(3);
    expect(chosen).toMatchObject({ width: 160, height: 90 });
    const row = await edited(id, { crops: { hero: null } });
    expect(row.crops).toEqual({ teaser: { x: 0, y: 0, width: 9, height: 9 } });
    expect((await one())?.url).toBe(focused?.url);
    expect((await renditionsOf(id, 'crop-teaser'))[0]).toMatchObject({ width: 9, height: 9 });
  });

  it('shows that part and nothing else', async () => {
    // The left quarter is red, the rest blue.
    const { id } = await upload(await picture(400, 300, 'png'), 'parts.png');
    await edited(id, { crops: { teaser: { x: 0, y: 0, width: 90, height: 90 } } });
    const [{ url } = { url: '' }] = await renditionsOf(id, 'crop-teaser|fill-30x30');
    const { dominant } = await sharp((await world.app.inject(url)).rawPayload).stats();
    expect(dominant.r).toBeGreaterThan(dominant.b);
  });

  it('comes first in a spec, and has to be declared', async () => {
    const { id } = await upload(await picture(40, 30), 'first.jpg');
    for (const specs of ['width-20|crop-hero', 'crop-nobody', 'crop', 'crop-hero-x', '']) {
      const answer = await world.app.inject(`${IMAGES}/${id}/renditions?specs=${encodeURIComponent(specs)}`);
      expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_filter_spec' });
    }
  });
});

describe('an address that was given out', () => {
  it('shows for ever what it showed, or leads to what the image is now', async () => {
    const { id } = await upload(await picture(200, 150), 'moved.jpg');
    const [made, unmade] = await renditionsOf(id, 'fill-50x50,fill-40x40');
    const before = await world.app.inject(made?.url ?? '');
    await edited(id, { focalPoint: { x: 5, y: 5, width: 4, height: 4 } });
    expect((await world.app.inject(made?.url ?? '')).rawPayload).toEqual(before.rawPayload);
    const [, now] = await renditionsOf(id, 'fill-50x50,fill-40x40');
    const led = await world.app.inject(unmade?.url ?? '');
    expect([led.statusCode, led.headers.location, led.headers['cache-control']]).toEqual([302, now?.url, 'no-cache']);
  });

  it('leads to the new file once the image has another, and back when it gets the old one again', async () => {
    const row = await upload(await picture(200, 150), 'old.jpg');
    await edited(row.id, {
      focalPoint: { x: 100, y: 50, width: 20, height: 10 },
      crops: { teaser: { x: 10, y: 10, width: 100, height: 100 } },
    });
    const [old] = await renditionsOf(row.id, 'fill-50x50');
    const bytes = (await world.app.inject(old?.url ?? '')).rawPayload;
    const send = multipart(await picture(400, 300, 'png'), 'new.png');
    const replaced = await world.app.inject({ method: 'POST', url: `${IMAGES}/${row.id}/file`, ...send });
    expect(replaced.json()).toMatchObject({
      id: row.id,
      title: 'old',
      width: 400,
      mimeType: 'image/png',
      // The same picture, twice as large: what was chosen of it stays chosen.
      focalPoint: { x: 200, y: 100, width: 40, height: 20 },
      crops: { teaser: { x: 20, y: 20, width: 200, height: 200 } },
    });
    const [now] = await renditionsOf(row.id, 'fill-50x50');
    const led = await world.app.inject(old?.url ?? '');
    expect([led.statusCode, led.headers.location]).toEqual([302, now?.url]);
    const original = await world.app.inject(row.url);
    expect([original.statusCode, original.headers.location]).toEqual([302, replaced.json<ImageRow>().url]);
    const versions = (await world.app.inject(`${IMAGES}/${row.id}/versions`)).json<{ items: { id: number }[] }>().items;
    const back = await world.app.inject({
      method: 'POST',
      url: `${IMAGES}/${row.id}/versions/${versions[0]?.id}/restore`,
      payload: {},
    });
    expect(back.json()).toMatchObject({ width: 200, focalPoint: { x: 100, y: 50 }, fileName: 'old.jpg' });
    expect((await world.app.inject(old?.url ?? '')).rawPayload).toEqual(bytes);
  });

  it('is forgotten of what had another ratio: nobody knows what is there now', async () => {
    const row = await upload(await picture(200, 150), 'wide.jpg');
    await edited(row.id, { focalPoint: { x: 100, y: 50, width: 20, height: 10 } });
    const send = multipart(await picture(100, 300), 'high.jpg');
    const replaced = await world.app.inject({ method: 'POST', url: `${IMAGES}/${row.id}/file`, ...send });
    expect(replaced.json()).toMatchObject({ focalPoint: null, crops: {} });
    const refused = multipart(Buffer.from('no picture at all, whatever'), 'x.jpg');
    const answer = await world.app.inject({ method: 'POST', url: `${IMAGES}/${row.id}/file`, ...refused });
    expect(answer.json()).toMatchObject({ status: 422, code: 'image_refused' });
  });
});

describe('a list of images', () => {
  let collectionId: number;
  let mine: Record<'described' | 'portrait' | 'square' | 'moving', UploadedImageRow>;
  const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

  beforeAll(async () => {
    world.signIn();
    const made = await world.app.inject({
      method: 'POST',
      url: '/api/admin/v1/collections',
      payload: { name: 'Facets' },
    });
    collectionId = made.json<{ id: number }>().id;
    const fields = { collectionId: String(collectionId) };
    mine = {
      described: await upload(await picture(30, 20), 'a.jpg', { ...fields, alt: 'A', tags: 'sea,bird' }),
      portrait: await upload(await picture(20, 30, 'png'), 'b.png', { ...fields, tags: 'sea' }),
      square: await upload(await picture(20, 20), 'c.jpg', fields),
      moving: await upload(await movingPicture(20, 10, 2, 'gif'), 'd.gif', fields),
    };
    await edited(mine.portrait.id, { rightsExpireAt: at(-1) });
    await edited(mine.square.id, { rightsExpireAt: at(3), decorative: true });
    await edited(mine.moving.id, { rightsExpireAt: at(300) });
    const [film, sides] = [{ type: 'document', id: 1 }, { live: null, draft: [{ targetType: 'image', id: mine.square.id, pointer: '/posterId' }] }]; // prettier-ignore
    await world.get(ReferenceIndex).replace(world.system, film, sides);
  });

  it.each([
    ['orientation=portrait', ['portrait']],
    ['orientation=square', ['square']],
    ['rights=expired', ['portrait']],
    ['rights=expiring', ['square']],
    ['rights=valid', ['described', 'moving']],
    ['missingAlt=true', ['portrait', 'moving']],
    ['missingAlt=false', ['described', 'square']],
    ['mimeType=image/gif', ['moving']],
    ['unused=true', ['described', 'portrait', 'moving']],
    ['unused=false', ['square']],
    ['uploadedById=1&tag=sea', ['described', 'portrait']],
    ['uploadedById=77', []],
    ['createdTo=2001-01-01', []],
    ['createdFrom=2001-01-01T00:00:00Z&mimeType=image/png', ['portrait']],
  ] as const)('is narrowed by %s', async (query, names) => {
    const answer = await world.app.inject(`${IMAGES}?collection=${collectionId}&${query}`);
    const ids = answer.json<{ items: ImageRow[] }>().items.map(({ id }) => id);
    expect(ids.sort()).toEqual(names.map((name) => mine[name].id).sort());
  });

  it.each([
    'orientation=up',
    'rights=maybe',
    'missingAlt=1',
    'unused=yes',
    'createdFrom=now',
    'hash=zz',
    'uploadedById=a',
    'colour=red',
  ])('refuses %s', async (query) => {
    for (const path of ['', '/facets']) {
      expect((await world.app.inject(`${IMAGES}${path}?${query}`)).statusCode).toBe(400);
    }
  });

  it('says how many there are of each kind, each facet as if it were not chosen', async () => {
    const facets = async (query: string) =>
      (await world.app.inject(`${IMAGES}/facets?collection=${collectionId}&${query}`)).json<ImageFacetsDto>();
    const counts = (all: { value: string; count: number }[]) =>
      Object.fromEntries(all.map(({ value, count }) => [value, count]));
    const all = await facets('');
    expect(all.total).toBe(4);
    expect(counts(all.tag)).toEqual({ sea: 2, bird: 1 });
    expect(counts(all.mimeType)).toEqual({ 'image/jpeg': 2, 'image/png': 1, 'image/gif': 1 });
    expect(counts(all.orientation)).toEqual({ landscape: 2, portrait: 1, square: 1 });
    expect(counts(all.rights)).toEqual({ expired: 1, expiring: 1, valid: 2 });
    expect(all.uploadedById).toEqual([{ value: '1', label: 'Ada', count: 4 }]);
    expect([all.missingAlt, all.unused]).toEqual([2, 3]);
    expect(all.collection.find(({ value }) => value === String(collectionId))).toMatchObject({
      label: 'Facets',
      count: 4,
    });
    const portraits = await facets('orientation=portrait');
    expect(counts(portraits.orientation)).toEqual({ landscape: 2, portrait: 1, square: 1 });
    expect(counts(portraits.mimeType)).toEqual({ 'image/png': 1 });
    expect(portraits.total).toBe(1);
  });

  it('counts what the asker may see and no more', async () => {
    world.signInWith({ permission: 'image.choose', scope: { kind: 'collection', id: collectionId } });
    expect((await world.app.inject(`${IMAGES}/facets`)).json<ImageFacetsDto>().total).toBe(4);
    world.signInWith();
    expect((await world.app.inject(`${IMAGES}/facets`)).json<ImageFacetsDto>().total).toBe(0);
  });

  it('tells an upload which images have the same file, among those one may see', async () => {
    const file = await picture(33, 44);
    const first = await upload(file, 'twin.jpg', { title: 'First' });
    expect(first.duplicates).toEqual([]);
    const found = await world.app.inject(`${IMAGES}?hash=${first.fileHash}`);
    expect(found.json<{ items: ImageRow[] }>().items.map(({ id }) => id)).toEqual([first.id]);
    const second = await upload(file, 'twin.jpg');
    expect(second.duplicates).toEqual([{ id: first.id, title: 'First', thumbnailUrl: first.thumbnailUrl }]);
    const scope = { kind: 'collection', id: collectionId } as const;
    world.signInWith({ permission: 'image.add', scope }, { permission: 'image.choose', scope });
    expect((await upload(file, 'twin.jpg', { collectionId: String(collectionId) })).duplicates).toEqual([]);
  });
});
