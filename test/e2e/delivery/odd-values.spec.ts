import { ROOT_ID } from '@pipit/cms';
import { useTestDatabase } from '../../support/database.js';
import { DeliveryWorld, buildDeliveryTemplate } from './world.js';

const database = useTestDatabase('delivery', buildDeliveryTemplate);
let world: DeliveryWorld;
let id: number;

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url);
  const home = await world.page(ROOT_ID, 'Article', { title: 'Birds' });
  await world.site(home.id);
  id = (await world.page(home.id, 'Article', { title: 'Moor', intro: 'heron', tags: ['wet'] })).id;
}, 120_000);
afterAll(() => world.stop());

/** Values nobody means, as they stand in an address. */
const ODD = [
  '', '-1', '0', '1.5', '1e9', '99999999999999999999999', '-9223372036854775809', 'NaN', 'null', 'true', '%00', '%ff', '%C3%28', '+', '%27',
  "'%20OR%201=1--", '%22%3E%3Cscript%3E', '../../etc/passwd', '%F0%9F%90%A6', 'a'.repeat(5000), '(((((', ',,,', '*', '%25s', '1%2C2%2C3',
]; // prettier-ignore

const PARAMETERS = [
  'limit', 'offset', 'fields', 'order', 'search', 'search_operator', 'format', 'type', 'child_of', 'ancestor_of', 'descendant_of',
  'translation_of', 'locale', 'fallback', 'site', 'id', 'title', 'slug', 'show_in_menus', 'seo_title', 'search_description',
  'first_published_at', 'alias_of', 'cursor', 'filter[title][contains]', 'filter[id][gte]', 'filter[author.name][in]', 'renditions',
  'include', 'rich_text_format', '_', 'nobody_knows',
]; // prettier-ignore
const OF_A_TYPE = ['intro', 'day', 'author', 'related', 'picture', 'tags', 'sightings', 'last_published_at'];
const OF_FIND = ['html_path', 'id', 'resolve'];

/** An answer, or a refusal in a sentence; never a fault. */
async function expectSense(path: string): Promise<void> {
  const { status, body } = await world.get(path);
  const isRefusal = status === 400 || status === 404;
  expect({ path, status: [200, 302, 400, 404].includes(status) ? 'fine' : status }).toEqual({ path, status: 'fine' });
  if (isRefusal) expect({ path, message: typeof body?.message }).toEqual({ path, message: 'string' });
  if (isRefusal) expect(body?.message).not.toMatch(/syntax error|SELECT|relation "|column "| at .*\.ts/);
}

describe.each(PARAMETERS)('%s with 25 odd values', (name) => {
  it('is answered or refused in a listing and in a detail view', async () => {
    for (const value of ODD) await expectSense(`pages/?${name}=${value}`);
    // The same code reads it.
    for (const value of ODD.slice(0, 6)) await expectSense(`pages/${id}/?${name}=${value}`);
  });
});

describe.each(OF_A_TYPE)('%s of a type with 25 odd values', (name) => {
  it('is answered or refused', async () => {
    for (const value of ODD) await expectSense(`pages/?type=birds.Article&${name}=${value}`);
  });
});

describe.each(['pages', 'images', 'documents', 'redirects'])('find/ of %s with odd values', (endpoint) => {
  it('is answered or refused', async () => {
    for (const name of OF_FIND) for (const value of ODD) await expectSense(`${endpoint}/find/?${name}=${value}`);
  });
});

it('a paging nobody can count with is refused in the words frontends know', async () => {
  for (const value of ['-1', '1.5', 'abc', '%00']) {
    expect(await world.get(`pages/?limit=${value}`)).toMatchObject({
      status: 400,
      body: { message: 'limit must be a positive integer' },
    });
    expect(await world.get(`pages/?offset=${value}`)).toMatchObject({
      status: 400,
      body: { message: 'offset must be a positive integer' },
    });
  }
  expect(await world.get('pages/?limit=21')).toMatchObject({
    status: 400,
    body: { message: 'limit cannot be higher than 20' },
  });
});

it.each([
  ['order=--title', "cannot order by '--title' (invalid field)"],
  ['order=slug,--title', "cannot order by 'slug,--title' (invalid field)"],
  ['order=--title,nope', "cannot order by 'nope' (unknown field)"],
  ['order=--', "cannot order by '--' (unknown field)"],
  ['order=--random', "cannot order by '--random' (unknown field)"],
  ['?title=x', 'query parameter is not an operation or a recognised field: ?title'],
])('?%s is refused in the words frontends know', async (query, message) => {
  expect(await world.get(`pages/?${query}`)).toMatchObject({ status: 400, body: { message } });
});
