import type { Grant } from '@pipit/cms';
import { useWorld, type World } from '../../support/world/world.js';
import type { WorldClient } from '../../support/world/client.js';
import { library } from './library.js';

const forBooks = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'type', name: 'lib.Book' } }));

/** Things people try in place of a value. */
const ATTACKS = [
  `'`,
  `' OR '1'='1`,
  `1; DROP TABLE lib_book; --`,
  `") OR 1=1 --`,
  '%',
  '_',
  '\\',
  '$1',
  `1::text`,
  '../x',
];

describe('a list of rows', () => {
  const world = useWorld({ project: library });
  let admin: WorldClient;
  let ids: Record<string, number>;
  let people: Record<string, number>;
  let shelf: string;

  beforeAll(async () => {
    admin = await world().admin();
    ({ ids, people, shelf } = await fill(world(), admin));
  });

  const titles = async (query: string, who = admin) => {
    const { status, body } = await who.get(`/records/lib.Book?${query}`);
    if (status !== 200) return [status, body.errors?.[0]?.path];
    return [body.total, ...body.items.map((item: { title: string }) => item.title)];
  };

  it('is described by its columns, filters, order and actions', async () => {
    const { list } = (await admin.get('/content-types/lib.Book')).body;
    expect(list.columns.map(({ name, sortable }: { name: string; sortable: boolean }) => `${name} ${sortable}`)).toEqual([
      'binding true', 'author true', 'price true', 'lent true', 'subjects false', 'weight false',
    ]); // prettier-ignore
    const filters = Object.fromEntries(list.filters.map((filter: { name: string }) => [filter.name, filter]));
    expect(filters.pages.operators).toEqual(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'empty']);
    expect(filters.title.operators).toEqual(['eq', 'ne', 'in', 'contains', 'empty']);
    expect(filters.binding.choices).toHaveLength(3);
    expect(filters.author.model).toBe('garden.Grower');
    expect(filters.shelf.model).toBe('lib.Shelf');
    expect(list).toMatchObject({
      searchable: true,
      order: ['title'],
      perPage: 50,
      export: ['csv', 'xlsx'],
      import: true,
    });
    expect(list.bulk.map(({ name }: { name: string }) => name)).toEqual(['edit', 'lend', 'delete']);
    const plain = (await admin.get('/content-types/garden.Grower')).body.list;
    expect(plain.columns.map(({ name }: { name: string }) => name)).toEqual(['born', 'telephone', 'teacher']);
    expect(plain.filters.map(({ name }: { name: string }) => name)).toEqual(['teacher']);
    expect((await admin.get('/content-types/garden.Plant')).body.list).toBeUndefined();
  });

  it('shows words for choices and links, numbers for many, and what getters say', async () => {
    const { body } = await admin.get('/records/lib.Book?q=Herbal');
    expect(body.items[0]).toMatchObject({
      id: ids['Herbal'],
      uuid: null,
      state: null,
      cells: { binding: 'Cloth', author: 'Ada', price: '30.00', lent: true, subjects: 2, weight: '400 g' },
    });
  });

  it('is filtered by every kind of field', async () => {
    const by = (query: string) => titles(query);
    expect(await by('')).toEqual([5, 'Atlas', 'Bulbs', 'Herbal', 'Moss', 'Zinnias']);
    expect(await by('filter.binding=cloth')).toEqual([1, 'Herbal']);
    expect(await by('filter.binding.in=cloth,e-book')).toEqual([2, 'Bulbs', 'Herbal']);
    expect(await by('filter.binding.ne=paper')).toEqual([2, 'Bulbs', 'Herbal']);
    expect(await by('filter.lent=true')).toEqual([1, 'Herbal']);
    expect(await by('filter.lent.ne=true')).toEqual([4, 'Atlas', 'Bulbs', 'Moss', 'Zinnias']);
    expect(await by('filter.pages.gte=100&filter.pages.lt=300')).toEqual([2, 'Bulbs', 'Herbal']);
    expect(await by('filter.pages.empty=true')).toEqual([1, 'Moss']);
    expect(await by('filter.pages.empty=false&filter.pages.gt=250')).toEqual([1, 'Atlas']);
    expect(await by('filter.price=30')).toEqual([1, 'Herbal']);
    expect(await by('filter.price.lte=9.50')).toEqual([1, 'Bulbs']);
    expect(await by('filter.published.lt=1800-01-01')).toEqual([1, 'Herbal']);
    expect(await by('filter.published.empty=true')).toEqual([3, 'Atlas', 'Moss', 'Zinnias']);
    expect(await by(`filter.author=${people['Ada']}`)).toEqual([2, 'Atlas', 'Herbal']);
    expect(await by(`filter.author.in=${people['Ada']},${people['Bob']}`)).toEqual([3, 'Atlas', 'Bulbs', 'Herbal']);
    expect(await by(`filter.author.ne=${people['Ada']}`)).toEqual([3, 'Bulbs', 'Moss', 'Zinnias']);
    expect(await by('filter.author.empty=true')).toEqual([2, 'Moss', 'Zinnias']);
    expect(await by(`filter.shelf=${shelf.toUpperCase()}`)).toEqual([1, 'Atlas']);
    expect(await by('filter.subjects=bot')).toEqual([2, 'Bulbs', 'Herbal']);
    expect(await by('filter.subjects.in=bot,geo')).toEqual([3, 'Atlas', 'Bulbs', 'Herbal']);
    expect(await by('filter.subjects.ne=bot')).toEqual([3, 'Atlas', 'Moss', 'Zinnias']);
    expect(await by('filter.subjects.empty=true')).toEqual([2, 'Moss', 'Zinnias']);
    expect(await by('filter.title.contains=L')).toEqual([3, 'Atlas', 'Bulbs', 'Herbal']);
    const today = new Date().toISOString().slice(0, 10);
    expect((await by(`filter.addedAt=${today}`))[0]).toBe(5);
    expect((await by(`filter.addedAt.gt=${new Date(Date.now() + 60_000).toISOString()}`))[0]).toBe(0);
  });

  it('refuses what it does not filter, order or know by, naming the parameter', async () => {
    const refusals = await Promise.all(
      [
        'filter.secret=1', 'filter.extra=1', 'filter.nothing=1', 'filter.title.gt=a', 'filter.lent.in=true',
        'filter.pages=ten', 'filter.pages=1.5', 'filter.pages=99999999999', 'filter.price=1e3', 'filter.published=soon',
        'filter.published=2026-02-30', 'filter.lent=yes', 'filter.binding=leather', 'filter.author=x', 'filter.shelf=1',
        'filter.pages.empty=1', 'filter.pages.like=1', 'filter.title=a&filter.title=b', 'filter.=1', 'filter.pages.eq.x=1',
        'order=secret', 'order=extra', 'order=-', 'order=title,nothing', 'order=weight', 'limit=201', 'limit=-1',
        'limit=1e2', 'offset=x', 'ids=x', 'colour=red', 'q=a&q=b', 'constructor=1', '__proto__=1', 'filter.__proto__=1',
      ].map(async (query) => {
        const { status, body } = await admin.get(`/records/lib.Book?${query}`);
        const [name] = query.split('=', 1);
        const named = body.errors?.[0]?.path;
        return status === 400 && named === `/${name}` ? null : `${query} → ${status} ${named}`;
      }),
    ); // prettier-ignore
    expect(refusals.filter(Boolean)).toEqual([]);
  });

  it('never lets a value, a name or an operator become part of the statement', async () => {
    const odd: string[] = [];
    const before = await titles('');
    for (const attack of ATTACKS) {
      const text = encodeURIComponent(attack);
      for (const query of [
        `q=${text}`, `ids=${text}`, `order=${text}`, `order=-${text}`, `limit=${text}`, `offset=${text}`,
        ...['title', 'pages', 'price', 'published', 'lent', 'binding', 'author', 'shelf', 'subjects', 'addedAt'].flatMap(
          (name) => ['', '.ne', '.in', '.gt', '.contains', '.empty'].map((op) => `filter.${name}${op}=${text}`),
        ),
        `filter.${text}=1`, `filter.title.${text}=1`, `${text}=1`,
      ]) {
        const { status } = await admin.get(`/records/lib.Book?${query}`);
        if (status !== 200 && status !== 400) odd.push(`${query} → ${status}`);
        const exported = await admin.get(`/records/lib.Book/export?${query}`);
        if (exported.status !== 200 && exported.status !== 400) odd.push(`export ${query} → ${exported.status}`);
      }
      for (const path of [`/records/${text}`, `/records/lib.Book/${text}`, `/records/lib.Book/${text}/history`])
        if ((await admin.get(path)).status !== 404) odd.push(path);
      for (const columns of [text]) if ((await admin.get(`/records/lib.Book/export?columns=${columns}`)).status !== 400) odd.push(columns);
    } // prettier-ignore
    expect(odd).toEqual([]);
    expect(await titles('')).toEqual(before);
    expect(await titles('q=%25')).toEqual([0]);
    expect(await titles('filter.title.contains=_')).toEqual([0]);
  });

  it('is ordered by columns, by the titles of links, and stays stable among equals', async () => {
    expect(await titles('order=-title&limit=2')).toEqual([5, 'Zinnias', 'Moss']);
    expect(await titles('order=author,title')).toEqual([5, 'Atlas', 'Herbal', 'Bulbs', 'Moss', 'Zinnias']);
    expect(await titles('order=-author,-title')).toEqual([5, 'Bulbs', 'Herbal', 'Atlas', 'Zinnias', 'Moss']);
    expect(await titles('order=price')).toEqual([5, 'Bulbs', 'Herbal', 'Atlas', 'Moss', 'Zinnias']);
    expect(await titles('order=-id&limit=1')).toEqual([5, 'Zinnias']);
    expect((await titles('order=-changedAt'))[0]).toBe(5);
    const pages = await Promise.all([0, 1, 2, 3, 4].map((offset) => titles(`order=lent&limit=1&offset=${offset}`)));
    expect(new Set(pages.map(([, title]) => title)).size).toBe(5);
  });

  it('finds words in the searched fields alone', async () => {
    expect(await titles('q=herb')).toEqual([1, 'Herbal']);
    expect(await titles('q=978%20atl')).toEqual([1, 'Atlas']);
    expect(await titles('q=rare')).toEqual([0]);
    expect(await titles(`ids=${ids['Moss']},${ids['Atlas']},4711`)).toEqual([2, 'Atlas', 'Moss']);
    expect(await titles('limit=0')).toEqual([5]);
    expect(await titles('offset=100')).toEqual([5]);
  });

  it('tells nobody of a field they may not see: no column, filter, order or export of it', async () => {
    const viewer = await world().person(forBooks('model.view'));
    const { list } = (await viewer.get('/content-types/lib.Book')).body;
    expect(JSON.stringify(list)).not.toContain('price');
    const { body } = await viewer.get('/records/lib.Book?q=Herbal');
    expect(Object.keys(body.items[0].cells)).toEqual(['binding', 'author', 'lent', 'subjects', 'weight']);
    expect(await titles('filter.price.gt=1', viewer)).toEqual([400, '/filter.price.gt']);
    expect(await titles('order=price', viewer)).toEqual([400, '/order']);
    expect((await viewer.get('/records/lib.Book/export?columns=price')).status).toBe(400);
    expect((await viewer.get('/records/lib.Book/export')).text.split('\r\n')[0]).not.toContain('price');
    const insider = await world().person(forBooks('model.view', 'book.prices'));
    expect(await titles('filter.price.gt=10', insider)).toEqual([1, 'Herbal']);
  });

  it('asks the database no more for a long page than for a short one', async () => {
    const statements = async (limit: number): Promise<number> => {
      const counted = jest.spyOn(world().dataSource, 'createQueryRunner');
      await admin.get(`/records/lib.Book?limit=${limit}`);
      const count = counted.mock.calls.length;
      counted.mockRestore();
      return count;
    };
    expect(await statements(1)).toBeGreaterThan(3);
    expect(await statements(5)).toBe(await statements(1));
  });

  it('of a snippet has the columns, filters, search and size that its type declares', async () => {
    for (const [text, rank] of [
      ['one', 1],
      ['two', 2],
      ['three', 3],
    ] as const)
      // prettier-ignore
      await world().createSnippet('lib.Label', { text, rank, tone: 'r', grower: people['Ada']!, remark: 'said' });
    const { body } = await admin.get('/records/lib.Label');
    expect(body.items.map(({ title }: { title: string }) => title)).toEqual(['one', 'three']);
    expect(body.items[0]).toMatchObject({ uuid: expect.any(String), cells: { tone: 'Red', grower: 'Ada' } });
    expect((await admin.get('/records/lib.Label?filter.rank.gte=2&order=-text')).body.items[0].title).toBe('two');
    expect((await admin.get('/records/lib.Label?q=said')).body.total).toBe(0);
    expect((await admin.get('/records/lib.Label?filter.remark=said')).status).toBe(400);
  });
});

async function fill(world: World, admin: WorldClient) {
  const people: Record<string, number> = {};
  for (const name of ['Ada', 'Bob']) people[name] = await world.createSnippet('garden.Grower', { name });
  const shelf = (await admin.post('/records/lib.Shelf', { fields: { code: 'A' } })).body.id as string;
  for (const code of ['bot', 'geo']) await admin.post('/records/lib.Subject', { fields: { code, meaning: code } });
  const ids: Record<string, number> = {};
  for (const fields of [
    { title: 'Herbal', pages: 100, price: '30', binding: 'cloth', lent: true, published: '1799-12-31', author: people['Ada'], subjects: ['bot', 'geo'], extra: 'rare' },
    { title: 'Atlas', pages: 300, isbn: '9781', author: people['Ada'], shelf, subjects: ['geo'] },
    { title: 'Bulbs', pages: 200, price: '9.50', binding: 'e-book', published: '2001-01-01', author: people['Bob'], subjects: ['bot'] },
    { title: 'Moss' },
    { title: 'Zinnias', pages: 50 },
  ]) {
    const { body } = await admin.post('/records/lib.Book', { fields });
    ids[fields.title] = body.id;
  } // prettier-ignore
  return { ids, people, shelf };
}
