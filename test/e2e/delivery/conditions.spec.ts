import { EditPage, ROOT_ID, SearchIndexing, type JsonObject, type Page } from '@pipit/cms';
import { useTestDatabase } from '../../support/database.js';
import { DeliveryWorld, buildDeliveryTemplate } from './world.js';

const database = useTestDatabase('delivery', buildDeliveryTemplate);
let world: DeliveryWorld;
let walk: Page, other: Page;

const given: JsonObject = {
  title: 'Moor',
  guided: true,
  guide: 'Curlewina',
  price: 12,
  moor: 'wet',
  stops: [{ id: '018f0000-0000-7000-8000-00000000000a', place: 'Ridge', guide: 'Rosa' }],
  body: [{ id: 'b1', type: 'hint', value: { text: 'Bring boots', phone: '112' } }],
};

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url);
  const home = await world.page(ROOT_ID, 'Article', { title: 'Birds' });
  await world.site(home.id);
  walk = await world.page(home.id, 'Walk', { ...given, meeting: home.id });
  other = await world.page(home.id, 'Walk', { title: 'Fen', guided: false });
}, 120_000);
afterAll(() => world.stop());

const change = async (fields: JsonObject): Promise<void> => {
  const { latestRevisionId } = await world.database.getRepository('Page').findOneByOrFail({ id: walk.id });
  const edit = { pageId: walk.id, baseRevisionId: latestRevisionId as number, fields, publish: true };
  walk = (await world.app.get(EditPage).run(world.ctx, edit)).page;
};
const shown = async (): Promise<JsonObject> => (await world.get(`pages/${walk.id}/`)).body as unknown as JsonObject;
const found = async (word: string) => (await world.get(`pages/?search=${word}`)).body?.items?.length;

describe('what a form does not show', () => {
  it('is printed while its conditions hold', async () => {
    expect(await shown()).toMatchObject({
      guide: 'Curlewina',
      price: 12,
      moor: 'wet',
      meeting: { meta: { type: 'birds.Article' } },
      stops: [{ place: 'Ridge', guide: 'Rosa' }],
      body: [{ value: { text: 'Bring boots', phone: '112' } }],
    });
    expect(await found('curlewina')).toBe(1);
  });

  it('is printed empty as soon as they do not: fields, panels, relations, rows and blocks', async () => {
    await change({ guided: false });
    expect(await shown()).toMatchObject({
      guide: '',
      price: null,
      moor: 'wet',
      meeting: null,
      stops: [],
      photo: null,
      thumb: null,
      body: [{ value: { text: 'Bring boots', phone: '' } }],
    });
  });

  it('is judged for each row of a listing', async () => {
    const listing = await world.get('pages/?type=birds.Walk&fields=guide,moor&order=title');
    expect(listing.body?.items).toMatchObject([
      { id: other.id, guide: '', moor: '' },
      { id: walk.id, guide: '', moor: 'wet' },
    ]);
  });

  it('is not found by search', async () => {
    expect(await found('curlewina')).toBe(0);
    await world.app.get(SearchIndexing).refresh(world.ctx as never, 'page', [walk.id]);
    expect(await found('curlewina')).toBe(0);
  });

  it('is no filter and no order, as being found would tell it', async () => {
    for (const name of ['guide', 'price', 'meeting', 'photo', 'stops']) {
      const filtered = await world.get(`pages/?type=birds.Walk&${name}=1`);
      expect([filtered.status, filtered.body?.message]).toEqual([
        400,
        `query parameter is not an operation or a recognised field: ${name}`,
      ]);
      expect((await world.get(`pages/?type=birds.Walk&order=${name}`)).body?.message).toBe(
        `cannot order by '${name}' (unknown field)`,
      );
    }
  });

  it('is one where the declaration says so in as many words', async () => {
    const ids = async (query: string) =>
      (await world.get(`pages/?type=birds.Walk&${query}`)).body?.items?.map(({ id }) => id);
    expect(await ids('moor=wet')).toEqual([walk.id]);
    expect(await ids('order=-moor')).toEqual([walk.id, other.id]);
  });

  it('cannot be changed and is not lost', async () => {
    await expect(change({ guide: 'Somebody else' })).rejects.toMatchObject({
      errors: [{ path: '/fields/guide', code: 'hidden' }],
    });
    await change({ guided: true });
    expect(await shown()).toMatchObject({ guide: 'Curlewina', price: 12, stops: [{ guide: 'Rosa' }] });
  });

  it('is asked for before publishing as soon as it is shown', async () => {
    await expect(change({ price: null })).rejects.toMatchObject({
      errors: [{ path: '/fields/price', code: 'required' }],
    });
  });
});

describe('fields of the content API', () => {
  it('are no filters when they say so, shown all the same', async () => {
    await change({ code: 'K1', sign: 'Kilo' });
    expect(await shown()).toMatchObject({ code: 'K1' });
    expect((await world.get('pages/?type=birds.Walk&code=K1')).status).toBe(400);
    expect((await world.get('pages/?type=birds.Walk&order=code')).status).toBe(400);
  });

  it('are printed, chosen, filtered and ordered by under the name they have there, and no other', async () => {
    const printed = await shown();
    expect(printed).toMatchObject({ callSign: 'Kilo' });
    expect(printed).not.toHaveProperty('sign');
    const listing = await world.get('pages/?type=birds.Walk&callSign=Kilo&fields=callSign&order=-callSign');
    expect(listing.body?.items).toMatchObject([{ id: walk.id, callSign: 'Kilo' }]);
    expect((await world.get('pages/?type=birds.Walk&sign=Kilo')).status).toBe(400);
    expect((await world.get('pages/?type=birds.Walk&fields=sign')).status).toBe(400);
  });
});
