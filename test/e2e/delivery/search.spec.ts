import {
  CreateSnippet,
  CreateLocale,
  DeletePage,
  EditPage,
  ROOT_ID,
  SearchIndex,
  SearchUpkeep,
  UnpublishPage,
  type Page,
} from '@pipit/cms';
import type { AddParameter, FindRequest, SearchMatch, SearchRequest, SearchSubject, SubjectDocument } from '@pipit/cms';
import type { Ctx } from '@pipit/kernel';
import { useTestDatabase } from '../../support/database.js';
import { DeliveryWorld, buildDeliveryTemplate } from './world.js';

const database = useTestDatabase('delivery-search', buildDeliveryTemplate);
let world: DeliveryWorld;
let home: Page, heron: Page, members: Page;

interface Result {
  readonly meta: { readonly total_count: number; readonly approximate: boolean };
  readonly facets: Record<'type' | 'locale', readonly { readonly value: string; readonly count: number }[]>;
  readonly items: readonly {
    readonly id: number;
    readonly title?: string;
    readonly name?: string;
    readonly highlight: { title: string; text: string[] };
  }[];
}
const search = async (text: string, more = ''): Promise<Result> => {
  const { status, body } = await world.get(`search/?search=${encodeURIComponent(text)}${more}`);
  expect([status, body?.message]).toEqual([200, undefined]);
  return body as unknown as Result;
};
const titles = async (text: string, more = '') =>
  (await search(text, more)).items.map(({ title, name }) => title ?? name);
const refusal = async (path: string) => (({ status, body }) => [status, body?.message])(await world.get(path));

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url);
  home = await world.page(ROOT_ID, 'Note', { title: 'Birds' });
  await world.site(home.id);
  const article = (title: string, intro: string, publish = true, parent = home) =>
    world.page(parent.id, 'Article', { title, intro }, publish);
  heron = await article('Grey heron', 'Stands in water < 1 m & waits for small fish');
  await article('Ponds', 'A heron visits in the early morning; fish are small here');
  await article('Meadow pipit', 'Running through the meadows');
  await article('Draft heron', 'secret', false);
  members = await article('Members heron', 'secret');
  await world.restrict(members.id);
  await article('Nest of the heron', 'secret', true, members);
  await world.app
    .get(CreateSnippet)
    .run(world.ctx, { type: 'birds.Term', fields: { name: 'Heron', meaning: '<p>A wading bird</p>' } });
  await world.app.get(CreateSnippet).run(world.ctx, { type: 'birds.Author', fields: { name: 'Heron Heronson' } });
}, 120_000);
afterAll(() => world.stop());

describe('/api/v2/search/', () => {
  it('finds what readers may see, of all types, titles before texts', async () => {
    const { meta, items, facets } = await search('heron');
    expect(meta).toEqual({ total_count: 3, approximate: false });
    expect(items.map(({ title, name }) => title ?? name)).toEqual(
      expect.arrayContaining(['Grey heron', 'Ponds', 'Heron']),
    );
    expect(items.at(-1)?.title).toBe('Ponds');
    expect(facets).toEqual({
      type: [
        { value: 'birds.Article', count: 2 },
        { value: 'birds.Term', count: 1 },
      ],
      locale: [{ value: 'en', count: 2 }],
    });
    expect(items.find(({ id, title }) => title && id === heron.id)).toMatchObject({
      meta: { type: 'birds.Article', html_url: 'http://birds.example/grey-heron/' },
    });
  });

  it.each([
    ['small fish', ['Grey heron', 'Ponds']],
    ['"small fish"', ['Grey heron']],
    ['heron -visits', ['Grey heron', 'Heron']],
    ['her', ['Grey heron', 'Heron', 'Ponds']],
    ['run meadow', ['Meadow pipit']],
    ['"', []],
    ['-heron', []],
    ['', []],
    ["'); DROP TABLE page; --", []],
    ['!!! & | <-> :*', []],
    ['\\', []],
  ])('%s', async (text, expected) => expect([...(await titles(text))].sort()).toEqual(expected));

  it('joins words by “or” where that is asked for', async () => {
    expect([...(await titles('pipit fish', '&search_operator=or'))].sort()).toEqual([
      'Grey heron',
      'Meadow pipit',
      'Ponds',
    ]);
  });

  it('finds words that look alike when there are none that are the same', async () => {
    const { meta, items } = await search('medow pippit');
    expect(meta).toEqual({ total_count: 1, approximate: true });
    expect(items[0]?.highlight.title).toBe('<mark>Meadow</mark> <mark>pipit</mark>');
    expect((await search('zzzzzz')).meta).toEqual({ total_count: 0, approximate: false });
  });

  it('shows where the words are, as HTML that is safe to show', async () => {
    const { items } = await search('water fish', '&type=birds.Article');
    expect(items[0]?.highlight).toEqual({
      title: 'Grey heron',
      text: ['Stands in <mark>water</mark> &lt; 1 m &amp; waits for small <mark>fish</mark>'],
    });
  });

  it('is narrowed by type, language and site, and has pages', async () => {
    expect(await titles('heron', '&type=birds.Term')).toEqual(['Heron']);
    expect(await titles('heron', '&type=wagtailcore.Page&limit=1&offset=1')).toEqual(['Ponds']);
    expect((await search('heron', '&type=wagtailimages.Image,birds.Note')).meta.total_count).toBe(0);
    expect((await search('heron', '&locale=en&limit=0')).meta.total_count).toBe(3);
  });

  it.each([
    ['type=birds.Author', 400, "type doesn't exist"],
    ['type=nope', 400, "type doesn't exist"],
    ['locale=xx', 404, 'No Locale matches the given query.'],
    ['search_operator=xor', 400, "search_operator must be 'and' or 'or'"],
    ['search=%00', 400, 'null characters are not allowed for search'],
    [`search=${'a'.repeat(1001)}`, 400, 'search is longer than 1000 characters'],
    ['order=title', 400, 'query parameter is not an operation or a recognised field: order'],
    ['limit=21', 400, 'limit cannot be higher than 20'],
    ['offset=-1', 400, 'offset must be a positive integer'],
  ])('refuses %s', async (query, status, message) => {
    expect(await refusal(`search/?search=a&${query}`)).toEqual([status, message]);
  });

  it('knows a page as soon as it is published, and no longer when it is gone', async () => {
    const wren = await world.page(home.id, 'Article', { title: 'Wren', intro: 'tiny' });
    expect(await titles('wren')).toEqual(['Wren']);
    const edit = {
      pageId: wren.id,
      baseRevisionId: wren.latestRevisionId as number,
      fields: { title: 'Troglodytes' },
      publish: true,
    };
    await world.app.get(EditPage).run(world.ctx, edit);
    expect([await titles('troglodytes'), await titles('wren', '&type=birds.Article')]).toEqual([['Troglodytes'], []]);
    await world.app.get(UnpublishPage).run(world.ctx, { pageId: wren.id });
    expect(await titles('troglodytes')).toEqual([]);
    await world.app.get(DeletePage).run(world.ctx, { pageId: wren.id });
  });

  it('stems words as their language does', async () => {
    const german = await world.app
      .get(CreateLocale)
      .run(world.ctx, { code: 'de', name: 'Deutsch', fallback: null, isDefault: false });
    const page = await world.page(home.id, 'Article', { title: 'Vögel beobachten', intro: 'Häuser' });
    await world.database.query('UPDATE page SET locale_id = $1 WHERE id = $2', [german.id, page.id]);
    const done: string[] = [];
    await world.app.get(SearchUpkeep).rebuild((type, count) => done.push(`${type} ${count}`));
    expect(done).toEqual(expect.arrayContaining([expect.stringMatching(/^page \d+$/)]));
    expect(await titles('vogel haus')).toEqual(['Vögel beobachten']);
    expect((await world.get('pages/?search=vogel')).body?.items).toHaveLength(1);
  });
});

/** The least an engine has to do: remembers all words, finds whole ones. */
class WordList extends SearchIndex {
  private readonly entries = new Map<string, SubjectDocument>();

  replace(_ctx: Ctx, documents: readonly SubjectDocument[]): Promise<void> {
    for (const entry of documents) this.entries.set(`${entry.subject.type} ${entry.subject.id}`, entry);
    return Promise.resolve();
  }

  forget(_ctx: Ctx, subjects: readonly SearchSubject[]): Promise<void> {
    for (const { type, id } of subjects) this.entries.delete(`${type} ${id}`);
    return Promise.resolve();
  }

  match({ subject, id, text }: SearchRequest, add: AddParameter): Promise<SearchMatch> {
    const ids = this.with(text).flatMap(({ subject: found }) => (found.type === subject ? [found.id] : []));
    return Promise.resolve({ where: `${id} = ANY(${add(ids)}::int[])`, rank: '(SELECT 0)' });
  }

  find({ text }: FindRequest, add: AddParameter): Promise<string> {
    const found = this.with(text).map(({ subject }) => subject);
    const types = add(found.map(({ type }) => type));
    const ids = add(found.map(({ id }) => id));
    return Promise.resolve(
      `SELECT type, id, 1::real AS rank FROM unnest(${types}::text[], ${ids}::int[]) AS f (type, id)`,
    );
  }

  highlight(_ctx: Ctx, _request: FindRequest, subjects: readonly SearchSubject[]) {
    return Promise.resolve(subjects.map(() => ({ title: '<mark>here</mark>', text: [] })));
  }

  private with(text: string): SubjectDocument[] {
    return [...this.entries.values()].filter(({ document }) => document.title.toLowerCase().split(' ').includes(text));
  }
}

describe('another engine', () => {
  it('takes the place of Postgres, and readers see no more by it', async () => {
    const other = await DeliveryWorld.start(database().url, {}, new WordList());
    await other.app.get(SearchUpkeep).rebuild();
    const { body } = await other.get('search/?search=heron');
    expect(body).toMatchObject({
      meta: { total_count: 2 },
      items: [{ highlight: { title: '<mark>here</mark>' } }, {}],
    });
    expect((await other.get('pages/?search=heron')).body?.items?.map(({ id }) => id)).toEqual([heron.id]);
    await other.stop();
  });
});
