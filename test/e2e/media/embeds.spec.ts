import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useTestDatabase } from '../../support/database.js';
import { buildMediaTemplate, MediaWorld } from './world.js';

const db = useTestDatabase('media', buildMediaTemplate);
let world: MediaWorld;
let provider: Server;
let asked: URL[] = [];
let answer: object | string | null = null;

beforeAll(async () => {
  provider = createServer((request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://provider.example'));
    if (answer === null) response.writeHead(404).end();
    else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));
  const { port } = provider.address() as AddressInfo;
  const films = { name: 'Films', endpoint: `http://127.0.0.1:${port}/oembed`, pages: [/^https:\/\/films\.example\/./] };
  const outbound = { allowed: [`127.0.0.1:${port}`], timeoutSeconds: 1, resolve: async () => ['127.0.0.1'] };
  world = await MediaWorld.start(db().url, { embedProviders: [films] }, undefined, { outbound });
  world.signIn();
});
afterAll(async () => {
  await world.stop();
  provider.closeAllConnections();
  provider.close();
});
beforeEach(async () => {
  asked = [];
});

const find = (url: string, more = '') => world.app.inject(`/api/admin/v1/embeds?url=${encodeURIComponent(url)}${more}`);
const FILM = { type: 'video', title: 'Moss', author_name: 'Ada', html: '<iframe src="x"></iframe>', width: 640, height: '360', thumbnail_url: 'https://films.example/t.jpg' }; // prettier-ignore

describe('an embed', () => {
  it('is what its provider says, asked once', async () => {
    answer = FILM;
    const expected = { provider: 'Films', type: 'video', title: 'Moss', author: 'Ada', html: FILM.html, width: 640, height: 360, thumbnailUrl: FILM.thumbnail_url }; // prettier-ignore
    for (let i = 0; i < 2; i += 1) expect((await find('https://films.example/1', '&maxWidth=640')).json()).toMatchObject(expected); // prettier-ignore
    expect(asked.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
      { url: 'https://films.example/1', format: 'json', maxwidth: '640' },
    ]);
  });

  it('stays as it was when the provider is away later on', async () => {
    answer = FILM;
    await find('https://films.example/2');
    await world.db.query(`UPDATE media_embed SET expires_at = now() - interval '1 day'`);
    answer = null;
    expect((await find('https://films.example/2')).json()).toMatchObject({ title: 'Moss' });
    answer = { ...FILM, title: 'Lichen' };
    expect((await find('https://films.example/2')).json()).toMatchObject({ title: 'Lichen' });
  });

  it.each([
    ['nobody knows', 'https://unknown.example/x', 'unknown_provider', FILM],
    ['its provider has nothing for', 'https://films.example/3', 'not_embeddable', { type: 'nonsense' }],
    ['its provider answers with a page for', 'https://films.example/4', 'not_embeddable', '<html>'],
    ['its provider answers endlessly for', 'https://films.example/5', 'not_embeddable', 'x'.repeat(300_000)],
    ['is no address', 'javascript:alert(1)', 'unknown_provider', FILM],
  ])('of an address that %s is refused', async (_what, url, code, said) => {
    answer = said;
    expect((await find(url)).json()).toMatchObject({ status: 422, errors: [{ path: '/url', code }] });
  });

  it('F05 asks its provider alone, and never what is inside', async () => {
    answer = FILM;
    expect((await find('https://www.youtube.com/watch?v=1')).statusCode).toBe(422);
    expect((await find('http://127.0.0.1/latest/meta-data')).statusCode).toBe(422);
    expect(asked).toEqual([]);
  });
});
