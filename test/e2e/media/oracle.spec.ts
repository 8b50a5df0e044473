import { ImportImage, Renditions, type Image } from '@pipit/media';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { useTestDatabase } from '../../support/database.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const oracle = resolve(process.env['PIPIT_ORACLE'] ?? '../shared/oracle', 'bakerydemo');
const available = existsSync(join(oracle, 'media'));
if (!available && process.env['CI'] === 'true') throw new Error(`The recorded data is missing at ${oracle}.`);

interface Recorded {
  readonly file: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly focal_point_x: number | null;
  readonly focal_point_y: number | null;
  readonly focal_point_width: number | null;
  readonly focal_point_height: number | null;
}

function images(): { pk: number; fields: Recorded }[] {
  const rows = JSON.parse(readFileSync(join(oracle, 'fixture.json'), 'utf8')) as {
    model: string;
    pk: number;
    fields: Recorded;
  }[];
  return rows.filter(({ model }) => model === 'wagtailimages.image');
}

(available ? describe : describe.skip)('the real images of bakerydemo', () => {
  const db = useTestDatabase('media', buildMediaTemplate);
  let world: MediaWorld;

  beforeAll(async () => {
    world = await MediaWorld.start(db().url);
  });
  afterAll(() => world.stop());

  async function take({ pk, fields }: { pk: number; fields: Recorded }): Promise<Image> {
    const { focal_point_x: x, focal_point_y: y, focal_point_width: width, focal_point_height: height } = fields;
    const { image } = await world.get(ImportImage).run(world.system, {
      id: pk,
      title: fields.title,
      fileKey: fields.file,
      sourcePath: join(oracle, 'media', fields.file),
      width: fields.width,
      height: fields.height,
      focalPoint: x === null || y === null || width === null || height === null ? null : { x, y, width, height },
      collectionId: 1,
    });
    return image;
  }

  it.each(available ? images() : [])('$fields.file is served as it was and rendered as described', async (row) => {
    const image = await take(row);
    expect(image.fileState).toBe('ok');
    const original = await world.app.inject(`/media/${row.fields.file}`);
    expect(original.rawPayload.equals(readFileSync(join(oracle, 'media', row.fields.file)))).toBe(true);
    // All frames of a large moving picture take seconds to encode.
    for (const spec of [image.frameCount > 1 ? 'fill-320x100' : 'fill-1920x600', 'fill-180x180-c100']) {
      const shape = await world.get(Renditions).describe(world.system, image, spec, { baseUrl: '' });
      if ('error' in shape) throw new Error(shape.error);
      const answer = await world.app.inject(shape.url);
      expect(answer.statusCode).toBe(200);
      const { width, height, pageHeight } = await sharp(answer.rawPayload).metadata();
      expect({ width, height: pageHeight ?? height }).toEqual({ width: shape.width, height: shape.height });
    }
  });
});
