import {
  Embeds,
  GuardedFetch,
  PublicAnswers,
  UsedIn,
  ROOT_ID,
  type EmbedWish,
  type JsonObject,
  type Page,
} from '@pipit/cms';
import { Readable } from 'node:stream';
import { useTestDatabase } from '../../support/database.js';
import { Hide, Ringer } from './types.js';
import { DeliveryWorld, buildDeliveryTemplate } from './world.js';

const database = useTestDatabase('delivery', buildDeliveryTemplate);
let world: DeliveryWorld;
let home: Page, draft: Page, hide: Page;
let ada: number, ben: number, ringer: number;

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url);
  home = await world.page(ROOT_ID, 'Article', { title: 'Birds' });
  draft = await world.page(home.id, 'Article', { title: 'Later' }, false);
  await world.site(home.id);
  ada = await world.author({ name: 'Ada' });
  ben = await world.author({ name: 'Ben' });
  ringer = (await world.database.getRepository(Ringer).save({ name: 'Cy' })).id;
  hide = await world.page(home.id, 'Hide', {
    title: 'Hide',
    colour: '#ABCDEF',
    where: { lat: 53.5, lng: -1.25 },
    film: 'https://film.example/1',
    more: { type: 'page', page: home.id, anchor: 'top', text: 'Home' },
    keeper: ada,
    ringer,
    friends: [ben, ada],
    ringers: [ringer],
    places: [
      { id: '1', type: 'ringer', value: ringer },
      { id: '2', type: 'authors', value: [ben, ada] },
      { id: '3', type: 'more', value: { type: 'email', email: 'a@birds.example', subject: 'A bird?' } },
      { id: '4', type: 'tint', value: '#FFFFFF' },
    ],
  });
}, 120_000);
afterAll(() => world.stop());

const refused = (fields: JsonObject) =>
  expect(world.page(home.id, 'Hide', { title: 'Other', ...fields }, false)).rejects;
const linked = async (more: JsonObject): Promise<unknown> => {
  const page = await world.page(home.id, 'Hide', { title: 'Linked', more });
  return ((await world.get(`pages/${page.id}/`)).body?.['more'] as JsonObject)['href'];
};

describe('kinds that point anywhere', () => {
  it('are printed with what they point at', async () => {
    expect((await world.get(`pages/${hide.id}/`)).body).toMatchObject({
      colour: '#abcdef',
      where: { lat: 53.5, lng: -1.25 },
      film: 'https://film.example/1',
      more: { type: 'page', page: home.id, anchor: 'top', text: 'Home', href: '/#top' },
      keeper: { id: ada, meta: { type: 'birds.Author' } },
      ringer: { id: ringer },
      friends: [{ id: ada }, { id: ben }],
      ringers: [{ id: ringer }],
      places: [
        { value: ringer },
        { value: [ben, ada] },
        { value: { href: 'mailto:a@birds.example?subject=A%20bird%3F' } },
        { value: '#ffffff' },
      ],
    });
  });

  it('know every sort of address', async () => {
    expect(await linked({ type: 'url', url: 'https://a.example/b' })).toBe('https://a.example/b');
    expect(await linked({ type: 'phone', phone: '+44 (0)1 23' })).toBe('tel:+440123');
    expect(await linked({ type: 'anchor', anchor: 'map' })).toBe('#map');
    expect(await linked({ type: 'page', page: draft.id })).toBeNull();
  });

  it('can be filtered by in the content API', async () => {
    const found = async (filter: string) => (await world.get(`pages/?type=birds.Hide&${filter}`)).body?.items?.length;
    expect(await found('colour=%23abcdef')).toBe(1);
    expect(await found(`keeper=${ada}`)).toBe(1);
    expect(await found(`keeper=${ben}`)).toBe(0);
    expect(await found(`friends=${ben}`)).toBe(1);
    expect(await found(`ringers=${ringer}`)).toBe(1);
  });

  it('say where things are used', async () => {
    const usage = async (type: string, id: number) =>
      (await world.app.get(UsedIn).list(world.ctx, { type, ids: [id] }, { limit: 9, offset: 0 })).total;
    expect(await usage('birds.Author', ada)).toBe(1);
    expect(await usage('page', draft.id)).toBe(1);
  });

  it('refuse what is not there, wherever it is named', async () => {
    const unknown = (path: string) => ({ errors: [{ path, code: 'unknown_target' }] });
    await refused({ keeper: 999 }).toMatchObject(unknown('/fields/keeper'));
    await refused({ friends: [ada, 999] }).toMatchObject(unknown('/fields/friends/1'));
    await refused({ more: { type: 'page', page: 999 } }).toMatchObject(unknown('/fields/more'));
    await refused({ more: { type: 'document', document: 1 } }).toMatchObject(unknown('/fields/more'));
    await refused({ places: [{ type: 'authors', value: [999] }] }).toMatchObject(unknown('/fields/places/0/value/0'));
  });
});

describe('an embed that is to be printed with what its provider says', () => {
  const url = 'https://www.youtube.com/watch?v=hide';

  it('is its address until the provider was asked, and whole afterwards; no reader waits for another site', async () => {
    const said = { type: 'video', title: 'A hide', html: '<iframe></iframe>', thumbnail_url: 'https://i.example/1.jpg', width: 640 }; // prettier-ignore
    const body = (): Readable => Readable.from([Buffer.from(JSON.stringify(said))]);
    const asked = jest
      .spyOn(world.app.get(GuardedFetch), 'get')
      .mockImplementation(async () => ({ body: body(), signal: new AbortController().signal }) as never);
    const page = await world.page(home.id, 'Hide', { title: 'Clip', places: [{ type: 'clip', value: url }] });
    const clip = async () => ((await world.get(`pages/${page.id}/`)).body?.['places'] as JsonObject[])[0]?.['value'];
    expect(await clip()).toMatchObject({ url, type: null, provider: null, html: '' });
    expect(asked).not.toHaveBeenCalled();
    const jobs: { payload: EmbedWish }[] = await world.database.query(
      `SELECT payload FROM graphile_worker._private_jobs JOIN graphile_worker._private_tasks t ON t.id = task_id WHERE identifier = 'media:ask-embed'`,
    );
    expect(jobs).toEqual([{ payload: { url, maxWidth: 640 } }]);
    for (const { payload } of jobs) await world.app.get(Embeds).askLater(payload);
    await world.app.get(PublicAnswers).settled();
    expect(await clip()).toEqual({ ...said, url, provider: 'YouTube', author: '', height: null });
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });
});

describe('decorators of TypeORM on a declared class', () => {
  it('make columns, relations and indexes of which the CMS knows nothing, and which it leaves alone', async () => {
    const rows = world.database.getRepository(Hide);
    await world.database.query(`UPDATE birds_hide SET inspected = '2026-01-02', inspector_id = $1 WHERE page_id = $2`, [
      ringer,
      hide.id,
    ]);
    const entity = await rows.findOneOrFail({ where: { pageId: hide.id }, relations: { inspector: true } });
    expect(entity).toMatchObject({ inspected: '2026-01-02', inspector: { name: 'Cy' }, colour: '#abcdef' });
    const names: { indexname: string }[] = await world.database.query(
      `SELECT indexname FROM pg_indexes WHERE tablename = 'birds_hide'`,
    );
    expect(names).toContainEqual({ indexname: 'birds_hide_inspected_index' });
    expect((await world.get(`pages/${hide.id}/`)).body).not.toHaveProperty('inspected');
  });
});
