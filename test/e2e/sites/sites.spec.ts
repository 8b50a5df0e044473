import { DeletePage, type Page } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';
import type { WorldClient } from '../../support/world/client.js';

const world = useWorld();
const addressesOf = (site: number) =>
  world().sql<{ path: string; page: number; now: boolean }>(
    'SELECT path, page_id AS page, is_current AS now FROM page_url WHERE site_id = $1 ORDER BY path, page_id',
    [site],
  );

describe('sites', () => {
  let admin: WorldClient;
  let home: Page;
  let bed: Page;
  let rose: Page;

  beforeAll(async () => {
    admin = await world().admin();
    home = await world().home();
    bed = await world().createPage({ type: 'garden.Bed', title: 'Long border', publish: true });
    rose = await world().createPage({ parent: bed, title: 'Rose', fields: { latin: 'Rosa' }, publish: true });
  });

  it('are added with a host, a port and a home page; the pages below it get addresses there', async () => {
    const wish = { hostname: 'Border.Example', port: 443, name: 'The border', rootPageId: bed.id };
    const { status, body } = await admin.post('/sites', wish);
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        ...wish,
        hostname: 'border.example',
        id: expect.any(Number),
        isDefault: false,
        url: 'https://border.example',
        homes: [{ locale: 'en', pageId: bed.id, title: 'Long border', url: 'https://border.example/' }],
      },
    });
    expect(await addressesOf(body.id)).toEqual([
      { path: '/', page: bed.id, now: true },
      { path: '/rose/', page: rose.id, now: true },
    ]);
    expect((await admin.get(`/pages/${rose.id}`)).body.url).toBe('https://border.example/rose/');
    expect((await world().sql(`SELECT data FROM audit_entry WHERE action = 'site.add'`))[0]).toMatchObject({
      data: { hostname: 'border.example' },
    });
  });

  it('are told apart by host and port', async () => {
    const other = { hostname: 'border.example', port: 8080, rootPageId: home.id };
    expect((await admin.post('/sites', other)).status).toBe(201);
    const again = await admin.post('/sites', { ...other, hostname: 'BORDER.example' });
    expect([again.status, again.body.errors]).toEqual([
      422,
      [{ path: '/hostname', code: 'taken', message: 'Another site has border.example, port 8080.' }],
    ]);
  });

  it.each([
    [{ hostname: 'https://a.example' }, '/hostname', 'no_host'],
    [{ hostname: 'a.example/path' }, '/hostname', 'no_host'],
    [{ rootPageId: 1 }, '/rootPageId', 'no_page'],
    [{ rootPageId: 2_000_000_000 }, '/rootPageId', 'no_page'],
  ])('with %j are refused', async (part, path, code) => {
    const answer = await admin.post('/sites', { hostname: 'a.example', rootPageId: home.id, ...part });
    expect([answer.status, answer.body.errors]).toEqual([422, [expect.objectContaining({ path, code })]]);
  });

  it('cannot start from a page in the trash', async () => {
    const gone = await world().createPage({ title: 'Gone' });
    await world().get(DeletePage).run(world().system, { pageId: gone.id });
    const answer = await admin.post('/sites', { hostname: 'a.example', rootPageId: gone.id });
    expect(answer.body.errors).toMatchObject([{ path: '/rootPageId' }]);
  });

  it('with another home page have other addresses, and the former ones lead to the same pages', async () => {
    const { body: site } = await admin.post('/sites', { hostname: 'moving.example', rootPageId: home.id });
    const before = await addressesOf(site.id);
    expect(before).toContainEqual({ path: '/long-border/rose/', page: rose.id, now: true });
    const { status, body } = await admin.patch(`/sites/${site.id}`, { rootPageId: bed.id });
    expect([status, body.rootPageId, body.hostname]).toEqual([200, bed.id, 'moving.example']);
    const after = await addressesOf(site.id);
    expect(after.filter(({ now }) => now)).toEqual([
      { path: '/', page: bed.id, now: true },
      { path: '/rose/', page: rose.id, now: true },
    ]);
    expect(after).toContainEqual({ path: '/long-border/rose/', page: rose.id, now: false });
  });

  it('have exactly one default among them', async () => {
    const defaults = async () =>
      (await admin.get('/sites')).body.items
        .filter((site: { isDefault: boolean }) => site.isDefault)
        .map((site: { hostname: string }) => site.hostname);
    const { body: next } = await admin.post('/sites', {
      hostname: 'next.example',
      rootPageId: home.id,
      isDefault: true,
    });
    expect(await defaults()).toEqual(['next.example']);
    expect((await admin.patch(`/sites/${next.id}`, { isDefault: false })).body.errors).toMatchObject([
      { path: '/isDefault', code: 'one_default' },
    ]);
    expect((await admin.delete(`/sites/${next.id}`)).status).toBe(409);
    const [first] = (await admin.get('/sites')).body.items.filter(({ hostname }: { hostname: string }) => hostname === 'garden.example'); // prettier-ignore
    await admin.patch(`/sites/${first.id}`, { isDefault: true });
    expect(await defaults()).toEqual(['garden.example']);
    expect((await admin.delete(`/sites/${next.id}`)).status).toBe(204);
  });

  it('two people cannot give one address to two sites, nor both be the default', async () => {
    const wish = { hostname: 'race.example', rootPageId: home.id, isDefault: true };
    const answers = await Promise.all(Array.from({ length: 6 }, () => admin.post('/sites', wish)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422, 422]);
    expect(await world().sql('SELECT hostname FROM site WHERE is_default')).toEqual([{ hostname: 'race.example' }]);
  });

  it('are seen by everybody who is signed in, and changed with permissions of their own', async () => {
    const [{ id }] = (await admin.get('/sites')).body.items;
    const everywhere = { kind: 'everywhere' } as const;
    const visitor = await world().person([]);
    const seen = await visitor.get('/sites');
    expect([seen.status, seen.body.can]).toEqual([200, { add: false, edit: false, delete: false }]);
    const wish = { hostname: 'own.example', rootPageId: home.id };
    expect((await visitor.post('/sites', wish)).status).toBe(403);
    expect((await visitor.patch(`/sites/${id}`, { name: 'Mine' })).status).toBe(403);
    expect((await visitor.delete(`/sites/${id}`)).status).toBe(403);
    const keeper = await world().person([{ permission: 'site.edit', scope: everywhere }]);
    expect((await keeper.get('/sites')).body.can).toEqual({ add: false, edit: true, delete: false });
    expect((await keeper.patch(`/sites/${id}`, { name: 'Kept' })).body.name).toBe('Kept');
    expect((await keeper.post('/sites', wish)).status).toBe(403);
    expect((await world().client().get('/sites')).status).toBe(401);
  });
});
