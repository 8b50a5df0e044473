import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PublicAnswers, Renditions, UploadImage, systemCtx, withSpooledFile, type Image } from '@pipit/cms';
import { DataSource } from 'typeorm';
import { createApp } from '../../../apps/api/src/create-app.js';
import { optionsFrom } from '../../../apps/api/src/options.js';
import { askOverWire } from '../../support/over-wire.js';
import { garden } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';
import { picture } from '../media/pictures.js';

/** What is kept is answered before the server's own rules are asked, so that it has to keep them by itself. */
describe('what is at hand', () => {
  const world = useWorld();
  let app: NestFastifyApplication, folder: string, image: Image, rendition: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pipit-first-'));
    const options = optionsFrom({
      DATABASE_URL: world().databaseUrl,
      PIPIT_SECRET: 'only the tests of the garden are signed with this: 5b0f7c',
      PIPIT_HOSTS: 'cms.garden.example',
      PIPIT_TRUSTED_PROXIES: '127.0.0.1',
      PIPIT_DATA: folder,
    });
    app = await createApp(options, garden);
    await app.listen(0, '127.0.0.1');
    const ctx = systemCtx(app.get(DataSource).manager, 'test');
    image = await withSpooledFile(Readable.from([await picture(80, 60)]), { maxBytes: 1_000_000 }, (file) =>
      app.get(UploadImage, { strict: false }).run(ctx, { file, fileName: 'hand.jpg' }),
    );
    const shape = await app.get(Renditions, { strict: false }).describe(ctx, image, 'width-20', { baseUrl: '' });
    rendition = 'url' in shape ? shape.url : '';
    await settled();
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const settled = () => app.get(PublicAnswers, { strict: false }).settled();
  const get = (path: string, headers: Record<string, string> = {}) =>
    askOverWire(app, { path, headers: { host: 'cms.garden.example', ...headers } });

  it('is the same each time, and is not sent again to who has it', async () => {
    for (const path of ['/api/v2/pages/', rendition]) {
      const [first, second, third] = [await get(path), await get(path), await get(path)];
      expect([first.statusCode, first.rawPayload.length > 100]).toEqual([200, true]);
      for (const again of [second, third]) {
        expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
        // What was made just now passed the hooks as well, which add what browsers are told with pages.
        const { date: _date, ...headers } = again.headers;
        expect(first.headers).toMatchObject(headers);
      }
      const known = await get(path, { 'if-none-match': String(first.headers['etag']) });
      expect([known.statusCode, known.body, known.headers['etag']]).toEqual([304, '', first.headers['etag']]);
    }
    const part = await get(rendition, { range: 'bytes=0-1' });
    expect([part.statusCode, part.rawPayload.length]).toEqual([206, 2]);
  });

  it('is answered for the host names of the server alone, whoever tells them (D03, J05, J07)', async () => {
    for (const path of ['/api/v2/pages/', rendition]) {
      await get(path);
      const status = async (headers: Record<string, string>) => (await get(path, headers)).statusCode;
      expect(await status({ host: 'evil.example' })).toBe(400);
      expect(await status({ 'x-forwarded-host': 'evil.example' })).toBe(400);
      expect(await status({ host: 'evil.example', 'x-forwarded-host': 'cms.garden.example' })).toBe(200);
      // What a trusted proxy told is no word on a host that nobody told.
      expect(await status({ host: 'evil.example' })).toBe(400);
      expect(await status({})).toBe(200);
    }
  });

  it('goes as soon as nobody may see it any more', async () => {
    expect((await get(rendition)).statusCode).toBe(200);
    await app.get(DataSource).query('UPDATE image SET deleted_at = now() WHERE id = $1', [image.id]);
    await settled();
    expect((await get(rendition)).statusCode).toBe(404);
    await app.get(DataSource).query('UPDATE image SET deleted_at = NULL WHERE id = $1', [image.id]);
    await settled();
    expect((await get(rendition)).statusCode).toBe(200);
  });
});
