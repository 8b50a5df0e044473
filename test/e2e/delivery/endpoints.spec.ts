import { CreateSnippet, EditSettings, EditSnippet, ROOT_ID, type JsonObject, type Page } from '@pipit/cms';
import { useTestDatabase } from '../../support/database.js';
import { DeliveryWorld, buildDeliveryTemplate } from './world.js';

const database = useTestDatabase('delivery-endpoints', buildDeliveryTemplate);
let world: DeliveryWorld;
let home: Page, moor: Page, draft: Page;
let wader: number, site: number;

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url);
  home = await world.page(ROOT_ID, 'Note', { title: 'Birds' });
  await world.site(home.id);
  await world.site((await world.page(ROOT_ID, 'Note', { title: 'Other' })).id, 'fen.example');
  const menu = (parent: Page, title: string, more: JsonObject = {}, publish = true) =>
    world.page(parent.id, 'Note', { title, showInMenus: true, ...more }, publish);
  moor = await menu(home, 'Moor');
  const ridge = await menu(moor, 'Ridge');
  await menu(await menu(ridge, 'Cairn'), 'Stone');
  draft = await menu(home, 'Draft', {}, false);
  await menu(draft, 'Below a draft');
  const members = await menu(home, 'Members');
  await world.restrict(members.id);
  await menu(members, 'Their page');
  await menu(await menu(home, 'Not in menus', { showInMenus: false }), 'Below it');
  await menu(home, 'Fen');
  const term = (fields: JsonObject): Promise<number> =>
    world.app.get(CreateSnippet).run(world.ctx, { type: 'birds.Term', fields });
  wader = await term({ name: 'Wader', meaning: '<p>A bird that wades</p>', source: 'hidden' });
  await term({ name: 'Raptor', meaning: '<p>A bird of prey</p>' });
  const [row] = await world.database.query("SELECT id FROM site WHERE hostname = 'birds.example'");
  site = row.id as number;
}, 120_000);
afterAll(() => world.stop());

const get = async (path: string, host?: string) => (await world.get(path, host ? { host } : {})).body;
const refusal = async (path: string) => (({ status, body }) => [status, body?.message])(await world.get(path));

interface MenuPage {
  readonly title: string;
  readonly children: readonly MenuPage[];
}
const outline = (pages: readonly MenuPage[]): unknown =>
  pages.map(({ title, children }) => (children.length > 0 ? [title, outline(children)] : title));
const menu = async (query = '') => outline(((await get(`navigation/${query}`))?.items ?? []) as unknown as MenuPage[]);

describe('/api/v2/navigation/', () => {
  it('is the tree of live, public pages that are in menus, to a depth', async () => {
    expect(await menu()).toEqual([['Moor', ['Ridge']], 'Fen']);
    expect(await menu('?depth=1')).toEqual(['Moor', 'Fen']);
    expect(await menu('?depth=10')).toEqual([['Moor', [['Ridge', [['Cairn', ['Stone']]]]]], 'Fen']);
    expect((await get('navigation/?depth=1'))?.items?.[0]).toEqual({
      id: moor.id,
      meta: {
        type: 'birds.Note',
        detail_url: `http://birds.example/api/v2/pages/${moor.id}/`,
        html_url: 'http://birds.example/moor/',
        slug: 'moor',
      },
      title: 'Moor',
      children: [],
    });
  });

  it('prints what is asked for', async () => {
    expect((await get('navigation/?depth=1&fields=_,title'))?.items).toEqual([
      { title: 'Moor', children: [] },
      { title: 'Fen', children: [] },
    ]);
  });

  it.each([
    ['depth=0', 400, 'depth must be an integer from 1 to 10'],
    ['depth=11', 400, 'depth must be an integer from 1 to 10'],
    ['depth=x', 400, 'depth must be an integer from 1 to 10'],
    ['site=nowhere', 400, 'There is no such site.'],
    ['locale=xx', 404, 'No Locale matches the given query.'],
    ['limit=1', 400, 'query parameter is not an operation or a recognised field: limit'],
    ['fields=nope', 400, 'unknown fields: nope'],
  ])('refuses %s', async (query, status, message) =>
    expect(await refusal(`navigation/?${query}`)).toEqual([status, message]),
  );

  it('is not there where the project switched it off', async () => {
    const quiet = await DeliveryWorld.start(database().url, { navigation: false });
    expect((await quiet.get('navigation/')).status).toBe(404);
    await quiet.stop();
  });
});

describe('/api/v2/snippets/', () => {
  it('lists the types that say so, and nothing of others', async () => {
    const list_url = 'http://birds.example/api/v2/snippets/birds.Term/';
    expect(await get('snippets/')).toEqual({
      meta: { total_count: 1 },
      items: [{ type: 'birds.Term', label: 'Terms', list_url }],
    });
    for (const path of [
      'snippets/birds.Author/',
      'snippets/birds.Nobody/',
      'snippets/birds.Article/',
      'snippets/Term/',
    ]) {
      expect((await world.get(path)).status).toBe(404);
    }
  });

  it('lists, filters, orders, searches, pages and shows snippets as any endpoint', async () => {
    const names = async (query: string) =>
      (await get(`snippets/birds.Term/?fields=name&${query}`))?.items?.map(({ name }) => name);
    expect(await names('')).toEqual(['Wader', 'Raptor']);
    expect(await names('order=name')).toEqual(['Raptor', 'Wader']);
    expect(await names('name=Wader')).toEqual(['Wader']);
    expect(await names('filter[name][startswith]=r')).toEqual(['Raptor']);
    expect(await names('search=prey')).toEqual(['Raptor']);
    expect(await names('limit=1&cursor=')).toEqual(['Wader']);
    expect(await get(`snippets/birds.Term/${wader}/`)).toEqual({
      id: wader,
      meta: { type: 'birds.Term', detail_url: `http://birds.example/api/v2/snippets/birds.Term/${wader}/` },
      name: 'Wader',
      meaning: '<p>A bird that wades</p>',
      author: null,
    });
    const { status, headers } = await world.get(`snippets/birds.Term/find/?id=${wader}`);
    expect([status, headers['location']]).toEqual([302, `http://birds.example/api/v2/snippets/birds.Term/${wader}/?`]);
    expect((await world.get('snippets/birds.Term')).headers['location']).toBe('/api/v2/snippets/birds.Term/');
  });

  it('shows what is there now', async () => {
    await world.app
      .get(EditSnippet)
      .run(world.ctx, { type: 'birds.Term', id: wader, baseVersion: 1, fields: { name: 'Shorebird' } } as never);
    expect((await get(`snippets/birds.Term/${wader}/`))?.['name']).toBe('Shorebird');
  });

  it('refuses what is hidden', async () => {
    expect(await refusal('snippets/birds.Term/?source=x')).toEqual([
      400,
      'query parameter is not an operation or a recognised field: source',
    ]);
    expect(await refusal('snippets/birds.Term/?fields=source')).toEqual([400, 'unknown fields: source']);
  });
});

describe('/api/v2/settings/', () => {
  const contact = { type: 'birds.Contact', detail_url: 'http://birds.example/api/v2/settings/birds.Contact/' };
  const opening = { type: 'birds.Opening', detail_url: 'http://birds.example/api/v2/settings/birds.Opening/' };

  it('answers all that are public, with their defaults before the first edit', async () => {
    expect(await get('settings/')).toEqual({
      meta: { total_count: 2 },
      items: [
        { meta: contact, invitation: 'Write to us', page: null, tags: [], links: [] },
        { meta: opening, open: true, from: 9 },
      ],
    });
    for (const path of ['settings/birds.Keys/', 'settings/birds.Nobody/', `settings/birds.Contact/${site}/`]) {
      expect((await world.get(path)).status).toBe(404);
    }
  });

  it('answers those of a site, with what is public of what they point at', async () => {
    const fields = {
      invitation: 'Ring us',
      page: draft.id,
      links: [{ id: '018f0000-0000-7000-8000-000000000009', address: 'a@b.example' }],
    };
    await world.app.get(EditSettings).run(world.ctx, { type: 'birds.Contact', site, baseVersion: 0, fields } as never);
    const body = await get('settings/birds.Contact/');
    expect(body).toMatchObject({
      meta: contact,
      invitation: 'Ring us',
      page: null,
      links: [{ address: 'a@b.example' }],
    });
    expect(JSON.stringify(body)).not.toContain('hush');
    expect((await get('settings/birds.Contact/', 'fen.example'))?.['invitation']).toBe('Write to us');
    expect((await get('settings/birds.Contact/?site=birds.example', 'fen.example'))?.['invitation']).toBe('Ring us');
    expect(await get('settings/birds.Contact/?fields=_,invitation')).toEqual({ invitation: 'Ring us' });
  });

  it('refuses what it does not know', async () => {
    expect(await refusal('settings/?fields=open')).toEqual([
      400,
      'query parameter is not an operation or a recognised field: fields',
    ]);
    expect(await refusal('settings/birds.Contact/?fields=password')).toEqual([400, 'unknown fields: password']);
    expect(await refusal('settings/birds.Contact/?limit=1')).toEqual([
      400,
      'query parameter is not an operation or a recognised field: limit',
    ]);
  });
});

it('all of it is in the OpenAPI document', async () => {
  const { paths } = (await world.app.inject('/api/v2/openapi.json')).json<{ paths: Record<string, unknown> }>();
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/api/v2/navigation/', '/api/v2/snippets/', '/api/v2/snippets/birds.Term/', '/api/v2/snippets/birds.Term/{id}/',
      '/api/v2/settings/', '/api/v2/settings/birds.Contact/', '/api/v2/settings/birds.Opening/',
    ]),
  ); // prettier-ignore
  expect(JSON.stringify(paths)).not.toMatch(/birds\.Keys|birds\.Author\//);
});
