import { ROOT_ID, type Page } from '@pipit/cms';
import { useTestDatabase } from '../../support/database.js';
import { DeliveryWorld, buildDeliveryTemplate } from './world.js';

const database = useTestDatabase('delivery-filters', buildDeliveryTemplate);
let world: DeliveryWorld;
let home: Page, members: Page, draft: Page;
let ada: number, bea: number;

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url);
  home = await world.page(ROOT_ID, 'Note', { title: 'Birds' });
  await world.site(home.id);
  members = await world.page(home.id, 'Note', { title: 'Members only' });
  await world.restrict(members.id);
  draft = await world.page(home.id, 'Note', { title: 'Unfinished' }, false);
  ada = await world.author({ name: 'Ada', ring: 'A1', home: home.id });
  bea = await world.author({ name: 'Bea 100%', ring: 'B1', home: members.id });
  const article = (title: string, fields: object) => world.page(home.id, 'Article', { title, ...fields });
  const sighting = (number: number, place: string, path: number | null) => ({
    id: `018f0000-0000-7000-8000-00000000000${number}`,
    place,
    path,
  });
  await article('Avocet', { day: '2026-01-01', author: ada, tags: ['pond', 'spring'], related: home.id });
  await article('Bittern', {
    day: '2026-02-01',
    author: bea,
    tags: ['pond'],
    related: members.id,
    intro: 'Booms_at night',
  });
  await article('Crane', {
    day: '2026-03-01',
    tags: ['moor'],
    related: draft.id,
    sightings: [sighting(1, 'Ridge', home.id)],
  });
  await article('Dunlin', { sightings: [sighting(2, 'Pond', members.id), sighting(3, 'Ridge', null)] });
}, 120_000);
afterAll(() => world.stop());

async function titles(query: string): Promise<unknown> {
  const { status, body } = await world.get(`pages/?type=birds.Article&${query}`);
  return status === 200 ? body?.items?.map(({ title }) => String(title)[0]).join('') : body?.message;
}

describe('filter[field][operator]', () => {
  it.each([
    ['filter[title][eq]=Crane', 'C'],
    ['filter[title][ne]=Crane', 'ABD'],
    ['filter[title][gt]=Bittern', 'CD'],
    ['filter[title][gte]=Bittern&filter[title][lt]=Dunlin', 'BC'],
    ['filter[title][in]=Avocet,Dunlin,Nobody', 'AD'],
    ['filter[title][nin]=Avocet,Dunlin', 'BC'],
    ['filter[title][contains]=N', 'BCD'],
    ['filter[title][startswith]=cr', 'C'],
    ['filter[intro][contains]=%5F', 'B'],
    ['filter[intro][contains]=%25', ''],
    ['filter[intro][null]=false', 'B'],
    ['filter[day][gte]=2026-02-01', 'BC'],
    ['filter[day][lte]=2026-02-01', 'AB'],
    ['filter[day][ne]=2026-02-01', 'ACD'],
    ['filter[day][null]=true', 'D'],
    ['filter[id][gt]=99999999999999999999', ''],
    ['filter[id][lt]=99999999999999999999', 'ABCD'],
    ['filter[show_in_menus][eq]=true', ''],
    ['filter[first_published_at][gt]=2000-01-01T00:00:00Z', 'ABCD'],
    ['filter[locale][in]=de,fr', ''],
    ['filter[body][null]=true', 'ABCD'],
  ])('%s', async (query, expected) => expect(await titles(query)).toBe(expected));

  it.each([
    ['filter[tags][eq]=pond', 'AB'],
    ['filter[tags][in]=spring,moor', 'AC'],
    ['filter[tags][nin]=pond', 'CD'],
    ['filter[tags][startswith]=PO', 'AB'],
    ['filter[tags][null]=true', 'D'],
    ['filter[author.name][eq]=Ada', 'A'],
    ['filter[author.name][contains]=100%25', 'B'],
    ['filter[author.name][ne]=Ada', 'BCD'],
    ['filter[author][null]=true', 'CD'],
    ['filter[author.home.title][eq]=Birds', 'A'],
    ['filter[sightings.place][eq]=Ridge', 'CD'],
    ['filter[sightings.place][nin]=Pond', 'ABC'],
    ['filter[sightings.path.slug][null]=false', 'C'],
    ['filter[sightings][null]=true', 'AB'],
  ])('through relations and tags: %s', async (query, expected) => expect(await titles(query)).toBe(expected));

  it.each([
    ['filter[or][0][title][eq]=Avocet&filter[or][1][day][null]=true', 'AD'],
    ['filter[or][0][tags][eq]=pond&filter[or][0][author.name][eq]=Ada&filter[or][1][title][eq]=Crane', 'AC'],
    ['filter[or][0][tags][eq]=pond&filter[or][1][tags][eq]=moor&filter[day][gt]=2026-01-01', 'BC'],
  ])('with alternatives: %s', async (query, expected) => expect(await titles(query)).toBe(expected));

  it.each([
    ['filter[title][in]=', ''],
    ['filter[title][in]=,', ''],
    ['filter[tags][in]=', ''],
    ['filter[author.name][in]=', ''],
    ['filter[locale][in]=', ''],
    ['filter[title][eq]=', ''],
    ['filter[id][in]=', expect.stringContaining('is not a valid value')],
    ['filter[id][in]=null', expect.stringContaining('is not a valid value')],
    ['filter[title][nin]=', 'ABCD'],
    ['filter[id][nin]=', expect.stringContaining('is not a valid value')],
  ])('of an empty list is true of nothing (A14): %s', async (query, expected) =>
    expect(await titles(query)).toEqual(expected),
  );

  it('goes together with everything else', async () => {
    expect(await titles('filter[tags][eq]=pond&order=-day&limit=1')).toBe('B');
    expect(await titles('filter[tags][eq]=pond&search=bittern')).toBe('B');
    const { body } = await world.get('pages/?filter[title][contains]=bi&order=title&fields=_,title');
    expect(body).toEqual({ meta: { total_count: 2 }, items: [{ title: 'Birds' }, { title: 'Bittern' }] });
  });

  it('narrows a detail view too', async () => {
    const answer = (query: string) => world.get(`pages/${home.id}/?${query}`);
    expect((await answer('filter[title][eq]=Birds')).status).toBe(200);
    expect((await answer('filter[title][ne]=Birds')).status).toBe(404);
  });

  it('works for images, documents and redirects', async () => {
    for (const query of ['images/?filter[width][gt]=1&filter[tags][eq]=x', 'documents/?filter[title][contains]=a']) {
      expect((await world.get(query)).body).toEqual({ meta: { total_count: 0 }, items: [] });
    }
    expect((await world.get('redirects/?filter[old_path][startswith]=/a')).status).toBe(200);
  });
});

describe('what readers may not see', () => {
  it.each([
    'filter[related][eq]=MEMBERS',
    'filter[related][in]=MEMBERS,DRAFT',
    'filter[related.title][startswith]=Members',
    'filter[related.slug][eq]=unfinished',
    'filter[author.home.title][startswith]=M',
    'filter[author.home][eq]=MEMBERS',
    'filter[sightings.path.title][contains]=member',
  ])('is not found by %s', async (query) => {
    const asked = query.replaceAll('MEMBERS', String(members.id)).replaceAll('DRAFT', String(draft.id));
    expect(await titles(asked)).toBe('');
  });

  it('counts as nothing', async () => {
    expect(await titles('filter[related][null]=true')).toBe('BCD');
    expect(await titles(`filter[related][ne]=${members.id}`)).toBe('ABCD');
    expect(await titles('filter[related.title][ne]=Birds')).toBe('BCD');
    expect((await world.get('pages/?filter[title][startswith]=Members')).body?.items).toEqual([]);
  });
});

describe('what is refused', () => {
  const none = (name: string): string => `filter error. '${name}' is not a field that can be filtered by`;
  it.each([
    ['filter[nope][eq]=1', none('nope')],
    ['filter[secret_note][eq]=1', none('secret_note')],
    ['filter[renamed][eq]=1', none('renamed')],
    ['filter[summary][eq]=1', none('summary')],
    ['filter[parent][eq]=1', none('parent')],
    ['filter[author.password][eq]=1', none('author.password')],
    ['filter[related.author.name][eq]=1', none('related.author.name')],
    ['filter[title.x][eq]=1', "filter error. 'title' in filter[title.x][eq] is not a relation"],
    ['filter[tags.name][eq]=1', "filter error. 'tags' in filter[tags.name][eq] is not a relation"],
    ['filter[a.b.c.d.e][eq]=1', 'filter error. filter[a.b.c.d.e][eq] goes through more than 3 relations'],
    ['filter[title..x][eq]=1', 'filter error. filter[title..x][eq] names no field'],
    ['filter[title][like]=1', expect.stringMatching(/^filter error. 'like' is not an operator \(there are eq, /)],
    ['filter[title][__proto__]=1', expect.stringContaining('is not an operator')],
    ['filter[title]=1', expect.stringContaining('is neither filter[field][operator] nor')],
    ['filter[]=1', expect.stringContaining('is neither')],
    ['filter[title][eq', expect.stringContaining('is neither')],
    ['filter[or][x][title][eq]=1', expect.stringContaining('is neither')],
    ['filter[title][eq][x]=1', expect.stringContaining('is neither')],
    ['filter=1', 'query parameter is not an operation or a recognised field: filter'],
    ['filter[day][contains]=2', expect.stringContaining("'contains' does not apply to filter[day][contains]")],
    ['filter[show_in_menus][gt]=1', expect.stringContaining("'gt' does not apply to")],
    ['filter[body][contains]=x', expect.stringContaining('(null do)')],
    ['filter[author][startswith]=1', expect.stringContaining("'startswith' does not apply")],
    ['filter[day][gt]=soon', "field filter error. 'soon' is not a valid value for filter[day][gt] (expected a date)"],
    ['filter[id][in]=1,x', expect.stringContaining("field filter error. 'x' is not a valid value for filter[id][in]")],
    ['filter[day][null]=maybe', expect.stringContaining("(expected 'true' or 'false', got 'maybe')")],
    ['filter[title][contains]=%00', expect.stringContaining('null characters are not allowed')],
    ['filter[tags][eq]=%00', expect.stringContaining('null characters are not allowed')],
    [`filter[id][in]=${'1,'.repeat(100)}1`, 'filter error. filter[id][in] has more than 100 values'],
    [
      Array.from({ length: 41 }, (_, n) => `filter[or][${n}][id][eq]=1`).join('&'),
      'filter error. there are more than 40 conditions',
    ],
  ])('%s', async (query, message) => expect(await titles(query)).toEqual(message));

  it('is what no type in the listing has', async () => {
    expect((await world.get('pages/?filter[day][gt]=2026-01-01')).body?.message).toBe(none('day'));
  });

  it('never is what people type as a value', async () => {
    for (const text of ["'; DROP TABLE page; --", '$1', '%', '\\', '{}', '{a,b}', '🐦', '"', 'ü'.repeat(500)]) {
      for (const operator of ['eq', 'ne', 'in', 'nin', 'gt', 'contains', 'startswith']) {
        const value = encodeURIComponent(text);
        expect((await world.get(`pages/?filter[title][${operator}]=${value}`)).status).toBe(200);
        expect((await world.get(`pages/?type=birds.Article&filter[author.name][${operator}]=${value}`)).status).toBe(
          200,
        );
      }
    }
  });
});
