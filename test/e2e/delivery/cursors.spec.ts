import { ROOT_ID, type Page } from '@pipit/cms';
import { useTestDatabase } from '../../support/database.js';
import { DeliveryWorld, buildDeliveryTemplate, type ApiBody } from './world.js';

const database = useTestDatabase('delivery-cursors', buildDeliveryTemplate);
let world: DeliveryWorld;
let home: Page;

const DAYS = [null, '2026-01-02', '2026-01-02', null, '2026-01-03', '2026-01-01', null, '2026-01-03', '2026-01-02'];

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url);
  home = await world.page(ROOT_ID, 'Note', { title: 'Birds' });
  await world.site(home.id);
  for (const [index, day] of DAYS.entries()) {
    await world.page(home.id, 'Article', {
      title: `Day ${index}`,
      day,
      intro: index % 2 ? 'Seen' : 'Heard',
      tags: ['moor'],
    });
  }
}, 120_000);
afterAll(() => world.stop());

interface Part {
  readonly next: string | null;
  readonly prev: string | null;
}
const metaOf = (body: ApiBody | null): Part => body?.['meta'] as Part;
const idsOf = (body: ApiBody | null): unknown[] => body?.items?.map(({ id }) => id) ?? [];
const pathOf = (link: string | null): string => String(link).replace('http://birds.example/api/v2/', '');

async function walk(
  path: string,
  direction: keyof Part = 'next',
): Promise<{ ids: unknown[]; parts: number; last: string }> {
  const ids: unknown[] = [];
  for (let parts = 1, at = path; ; parts += 1) {
    const { status, body } = await world.get(at);
    expect([status, body?.message]).toEqual([200, undefined]);
    if (direction === 'next') ids.push(...idsOf(body));
    else ids.unshift(...idsOf(body));
    const link = metaOf(body)[direction];
    if (link === null || parts > 20) return { ids, parts, last: at };
    at = pathOf(link);
  }
}

describe('cursor=', () => {
  it.each([
    '',
    'order=day',
    'order=-day',
    'order=intro,-day',
    'order=-intro,day',
    'order=-first_published_at',
    'order=-id',
    'order=title',
    'order=tags',
    'order=author,-title',
    'search=day',
    'search=seen&order=-first_published_at',
    'filter[day][null]=false&order=-day',
    'order=id,id',
  ])('goes through a listing without gaps or repetition, and back: %s', async (query) => {
    const base = `pages/?type=birds.Article&${query}`;
    const whole = idsOf((await world.get(`${base}&limit=20`)).body);
    for (const limit of [1, 4]) {
      const there = await walk(`${base}&limit=${limit}&cursor=`);
      expect(new Set(there.ids)).toEqual(new Set(whole));
      expect(there.ids).toHaveLength(whole.length);
      expect(there.parts).toBe(Math.max(1, Math.ceil(whole.length / limit)));
      const { body } = await world.get(there.last);
      const back = metaOf(body).prev === null ? { ids: [] } : await walk(pathOf(metaOf(body).prev), 'prev');
      expect([...back.ids, ...idsOf(body)]).toEqual(there.ids);
    }
  });

  it('keeps the order of the listing, equal rows by their ids', async () => {
    const days = async (order: string) => {
      const path = `pages/?type=birds.Article&fields=_,id,day&order=${order}&limit=20`;
      const all = (await world.get(path)).body?.items ?? [];
      const { ids } = await walk(`${path.replace('limit=20', 'limit=2')}&cursor=`).catch(() => ({
        ids: [] as unknown[],
      }));
      return {
        all: all.map(({ day }) => day),
        walked: ids.map((id) => all.find((item) => item['id'] === id)?.['day']),
      };
    };
    for (const order of ['day', '-day']) {
      const { all, walked } = await days(order);
      expect(walked).toEqual(all);
    }
  });

  it('misses nothing and repeats nothing while pages come and go', async () => {
    const path = 'pages/?type=birds.Article&order=title&limit=3&cursor=';
    const first = await world.get(path);
    const early = await world.page(home.id, 'Article', { title: 'Day 0 again' });
    const second = await world.get(pathOf(metaOf(first.body).next));
    expect(idsOf(second.body)).not.toContain(early.id);
    expect(second.body?.items?.map(({ title }) => title)).toEqual(['Day 3', 'Day 4', 'Day 5']);
  });

  it('says nothing of how many there are, and lets the fields and the size of a part change', async () => {
    const { body } = await world.get('pages/?limit=2&cursor=');
    expect(Object.keys(metaOf(body))).toEqual(['next', 'prev']);
    expect(metaOf(body).prev).toBeNull();
    const next = await world.get(`${pathOf(metaOf(body).next).replace('limit=2', 'limit=3')}&fields=_,title`);
    expect([next.status, next.body?.items?.length]).toEqual([200, 3]);
    expect((await world.get('pages/?limit=0&cursor=')).body).toEqual({ meta: { next: null, prev: null }, items: [] });
  });

  it('works for every endpoint, and is the same for the same place', async () => {
    for (const endpoint of ['images', 'documents', 'redirects']) {
      expect((await world.get(`${endpoint}/?cursor=`)).body).toEqual({ meta: { next: null, prev: null }, items: [] });
    }
    const again = async () => metaOf((await world.get('pages/?limit=2&cursor=')).body).next;
    expect(await again()).toBe(await again());
  });
});

describe('a cursor', () => {
  const cursorOf = (link: string | null): string => new URL(String(link)).searchParams.get('cursor') ?? '';

  it('shows nothing of what is in it, and is refused when it was changed or made up', async () => {
    const { body } = await world.get('pages/?order=title&limit=2&cursor=');
    const cursor = cursorOf(metaOf(body).next);
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/Day|Birds/);
    const changed = `${cursor.slice(0, 20)}${cursor[20] === 'A' ? 'B' : 'A'}${cursor.slice(21)}`;
    for (const odd of [
      changed,
      cursor.slice(0, -3),
      `${cursor}A`,
      'x',
      '1',
      '-1',
      'null',
      '%00',
      '🐦',
      'A'.repeat(7000),
    ]) {
      const path = `pages/?order=title&limit=2&cursor=${odd}`;
      expect(await world.get(path)).toMatchObject({
        status: 400,
        body: { message: 'cursor error: this is not a cursor' },
      });
    }
  });

  it('is good for its own listing only', async () => {
    const { body } = await world.get('pages/?order=title&limit=2&cursor=');
    const cursor = cursorOf(metaOf(body).next);
    for (const other of [
      'pages/?order=-title',
      'pages/?order=title&type=birds.Article',
      'images/?order=title',
      'pages/?',
    ]) {
      const answer = await world.get(`${other}&cursor=${cursor}`);
      expect(answer).toMatchObject({
        status: 400,
        body: { message: 'cursor error: the cursor belongs to another listing' },
      });
    }
  });

  it.each([
    ['offset=0', 'offset and cursor cannot be combined'],
    ['order=random', 'random ordering with a cursor is not supported'],
    ['limit=21', 'limit cannot be higher than 20'],
    ['limit=-1', 'limit must be a positive integer'],
    ['order=nope', "cannot order by 'nope' (unknown field)"],
    ['fields=nope', 'unknown fields: nope'],
  ])('does not go with %s', async (query, message) => {
    expect(await world.get(`pages/?cursor=&${query}`)).toMatchObject({ status: 400, body: { message } });
  });
});
