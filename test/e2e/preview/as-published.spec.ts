import { randomUUID } from 'node:crypto';
import { CATALOGUE, seed, type Seed } from '../../browser/catalogue/seed.js';
import { oracleSet } from '../../support/oracle.js';
import { ADMINISTRATOR, DEMO, startSite, type RunningSite, type SiteRecipe } from '../../support/running-site.js';

const bakery = oracleSet('bakerydemo');
const BAKERY: SiteRecipe = {
  name: 'bakerydemo_site',
  project: 'test/sites/bakerydemo/index.js',
  fill: [['import', 'wagtail', bakery.file('fixture.json'), '--media', bakery.file('media'), '--allow-skips']],
};

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Fields = Readonly<Record<string, Json>>;
interface Page {
  readonly id: number;
  readonly type: string;
  readonly live: boolean;
  readonly fields: Fields;
  readonly revisionId: number | null;
}
interface Row {
  readonly id: number;
  readonly can: { readonly edit: boolean; readonly publish: boolean };
}
interface Type {
  readonly name: string;
  readonly category: string;
  readonly fields: readonly { readonly name: string; readonly kind: string; readonly readOnly?: boolean }[];
}

/** A running site with somebody signed in. */
class Editor {
  private constructor(
    private readonly site: RunningSite,
    private readonly token: string,
  ) {}

  static async on(site: RunningSite): Promise<Editor> {
    const answer = await fetch(`${site.origin}/api/admin/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ADMINISTRATOR),
    });
    return new Editor(site, ((await answer.json()) as { accessToken: string }).accessToken);
  }

  async call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.site.origin}/api/admin/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path} → ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async read(path: string, token?: string): Promise<Json> {
    const answer = await fetch(`${this.site.origin}/api/v2/${path}`, {
      headers: token === undefined ? {} : { 'x-preview-token': token },
    });
    return (await answer.json()) as Json;
  }

  /** Types with a page or two of each. */
  async examples(): Promise<{ type: Type; pages: Page[] }[]> {
    const { items } = await this.call<{ items: Type[] }>('GET', '/content-types');
    const found = [];
    for (const { name } of items.filter(({ category }) => category === 'page')) {
      const type = await this.call<Type>('GET', `/content-types/${name}`);
      const rows = await this.call<{ items: Row[] }>('GET', `/pages?type=${name}&limit=9`);
      const open = rows.items.filter(({ can }) => can.edit && can.publish).slice(0, 2);
      const pages = await Promise.all(open.map(({ id }) => this.call<Page>('GET', `/pages/${id}`)));
      found.push({ type, pages });
    }
    return found.filter(({ pages }) => pages.length > 0);
  }
}

/** Pages of the catalogue with something in every field. */
function filledIn({ home, images, document, collection, topics }: Seed): Readonly<Record<string, Fields>> {
  const [heather = 0] = images;
  const { Birds: birds = 0, Mosses: mosses = 0 } = topics;
  return {
    FieldCatalogue: {
      char: 'Gate', text: 'Two\nlines', richText: `<p>See <a linktype="page" id="${home}">home</a></p>`,
      email: 'moor@example.org', url: 'https://example.org/', slugLike: 'gate', identifier: randomUUID(),
      json: { deep: [1, { er: null }] }, soil: { ph: 5.5 }, integer: 7, float: 1.25, decimal: '12.50', boolean: true,
      decided: false, date: '2026-11-21', time: '09:30:00', datetime: '2026-11-21T09:30:00Z', duration: 'PT1H30M',
      choice: 'shade', multipleChoice: ['spring', 'autumn'], tags: ['wet', 'peat'], colour: '#2e7d32',
      image: heather, document, collection, pageLink: home, snippetLink: birds, snippets: [birds, mosses],
      entityLink: mosses, entityLinks: [birds],
    },
    BlockCatalogue: {},
    PanelCatalogue: { imprint: 'The warden', notes: 'Closed in fog', opens: '2026-04-01', places: 12, reference: 'P1' },
    ConditionCatalogue: {},
    PluginCatalogue: {},
  }; // prettier-ignore
}

/** Another page's values for a page of the same type: its rows become new rows. */
function borrowed({ fields: declared }: Type, { fields }: Page): Fields {
  const open = declared.filter(({ name, readOnly }) => name !== 'slug' && !readOnly && fields[name] !== undefined);
  const values = open.map(({ name, kind }) => [name, kind === 'childItems' ? freshRows(fields[name]) : fields[name]]);
  return { ...(Object.fromEntries(values) as Fields), title: `${String(fields['title'])}, looked over` };
}

function freshRows(value: Json | undefined): Json {
  if (!Array.isArray(value)) return value as Json;
  return (value as Fields[]).map((row) => {
    const inner = Object.entries(row).map(([name, member]) => [name, isRows(member) ? freshRows(member) : member]);
    return { ...(Object.fromEntries(inner) as Fields), id: randomUUID() };
  });
}

/** Rows inside rows; blocks have a type, and keep the ids they have. */
function isRows(value: Json): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.every((row) => isObject(row) && 'id' in row && !('type' in row))
  );
}

function isObject(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const DATES = new Set(['first_published_at', 'last_published_at', 'latest_revision_created_at']);

/** Without when it was published, and without the numbers that new rows get once they are stored. */
function comparable(value: Json): Json {
  if (Array.isArray(value)) return value.map((each: Json) => comparable(each));
  if (!isObject(value)) return value;
  const isRow = isObject(value['meta']) && !('detail_url' in value['meta']);
  const kept = Object.entries(value).filter(([name]) => !DATES.has(name) && !(isRow && name === 'id'));
  return Object.fromEntries(kept.map(([name, member]) => [name, comparable(member)]));
}

/** Gives each example another’s values; answers the types whose preview was the page that publishing made. */
async function previewEach(site: RunningSite): Promise<{ types: string[]; equal: string[] }> {
  const editor = await Editor.on(site);
  const examples = await editor.examples();
  const equal: string[] = [];
  for (const { type, pages } of examples) {
    const [page, donor] = [pages[0]!, pages.at(-1)!];
    const fields = borrowed(type, donor);
    const { token } = await editor.call<{ token: string }>('POST', `/pages/${page.id}/preview`, { fields });
    const preview = await editor.read(`pages/${page.id}/?fields=*`, token);
    const body = { baseRevisionId: page.revisionId, fields, publish: true };
    await editor.call('PATCH', `/pages/${page.id}`, body);
    const live = await editor.read(`pages/${page.id}/?fields=*`);
    expect(comparable(preview)).toEqual(comparable(live));
    expect(live).toMatchObject({ id: page.id, title: fields['title'] });
    equal.push(type.name);
  }
  return { types: examples.map(({ type }) => type.name), equal };
}

/** The recipe's site before the tests, gone after them. */
function useSite(recipe: SiteRecipe): () => RunningSite {
  let site: RunningSite | undefined;
  beforeAll(async () => {
    site = await startSite(recipe);
  }, 300_000);
  afterAll(() => site?.stop());
  return () => site!;
}

const A_WHILE = 60_000;

describe('a preview is what publishing makes, for every type of page', () => {
  describe('of the demo', () => {
    const site = useSite(DEMO);

    it(
      'and every value',
      async () => {
        const { types, equal } = await previewEach(site());
        expect(equal).toEqual(types);
        expect(types.length).toBeGreaterThan(8);
      },
      A_WHILE,
    );
  });

  describe('of the catalogue', () => {
    const site = useSite(CATALOGUE);

    it(
      'and every kind of field',
      async () => {
        const editor = await Editor.on(site());
        const seeded = await seed(site());
        for (const [name, fields] of Object.entries(filledIn(seeded))) {
          const body = { parentId: seeded.home, type: `catalogue.${name}`, fields: { title: name, ...fields } };
          await editor.call('POST', '/pages', body);
        }
        const { types, equal } = await previewEach(site());
        expect(equal).toEqual(types);
        expect(types).toHaveLength(6);
      },
      A_WHILE,
    );
  });

  bakery.describe('of the bakery', () => {
    const site = useSite(BAKERY);

    it(
      'as they came from Wagtail',
      async () => {
        const { types, equal } = await previewEach(site());
        expect(equal).toEqual(types);
        expect(types.length).toBeGreaterThan(10);
      },
      A_WHILE,
    );
  });
});
