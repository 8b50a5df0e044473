import { DeletePage, ROOT_ID, UnpublishPage, type Page } from '@pipit/cms';
import { useTestDatabase } from '../../support/database.js';
import { DeliveryWorld, buildDeliveryTemplate } from './world.js';

const database = useTestDatabase('delivery', buildDeliveryTemplate);
let world: DeliveryWorld;
let home: Page, section: Page, article: Page, report: Page, draft: Page, members: Page, hidden: Page;
let ada: number;

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url);
  home = await world.page(ROOT_ID, 'Article', { title: 'Birds', intro: 'Welcome' });
  await world.site(home.id);
  section = await world.page(home.id, 'Article', { title: 'Moor' });
  draft = await world.page(home.id, 'Article', { title: 'Unfinished heron', intro: 'heron' }, false);
  members = await world.page(home.id, 'Article', { title: 'Members heron', intro: 'heron' });
  hidden = await world.page(members.id, 'Article', { title: 'Nest sites heron', intro: 'heron' });
  await world.restrict(members.id);
  ada = await world.author({ name: 'Ada', home: section.id });
  article = await world.page(section.id, 'Article', {
    title: 'Meadow pipits',
    intro: 'Seen near the heron pond',
    day: '2026-04-05',
    secret_note: 'not for readers',
    renamed: 'called otherwise',
    author: ada,
    related: draft.id,
    tags: ['moor', 'spring'],
    body: [
      { id: 'b1', type: 'paragraph', value: '<p>Small and <b>brown</b>.</p>' },
      { id: 'b2', type: 'teaser', value: { label: 'Later', page: draft.id } },
      { id: 'b3', type: 'teaser', value: { label: 'Members', page: hidden.id } },
      { id: 'b4', type: 'teaser', value: { label: 'Moor', page: section.id } },
    ],
    sightings: [
      { id: '018f0000-0000-7000-8000-000000000001', place: 'Ridge', path: section.id },
      { id: '018f0000-0000-7000-8000-000000000002', place: 'Pond', path: members.id },
    ],
  });
  report = await world.page(section.id, 'Report', {
    title: 'Counts',
    region: 'North',
    day: '2026-05-01',
    tags: ['spring'],
  });
}, 120_000);
afterAll(() => world.stop());

const ids = (body: { items?: readonly Readonly<Record<string, unknown>>[] } | null) => body?.items?.map(({ id }) => id);

describe('what readers see', () => {
  it('is live and public, in the order of the tree', async () => {
    const { body } = await world.get('pages/');
    expect(ids(body)).toEqual([home.id, section.id, article.id, report.id]);
    expect(body?.['meta']).toEqual({ total_count: 4 });
  });

  it.each(['?id=', '/', 'find/?id='])('never is a draft or private page, asked for by %s', async (how) => {
    for (const { id } of [draft, members, hidden]) {
      const path = how === '/' ? `pages/${id}/` : `pages/${how}${id}`;
      const { status, body } = await world.get(path);
      if (how === '?id=') expect([status, ids(body)]).toEqual([200, []]);
      else expect(status).toBe(404);
    }
  });

  it.each(['child_of', 'descendant_of', 'ancestor_of', 'translation_of'])(
    'cannot be narrowed by %s of one',
    async (parameter) => {
      for (const { id } of [draft, members, hidden]) {
        const { status, body } = await world.get(`pages/?${parameter}=${id}`);
        expect([status, body?.message]).toEqual([400, expect.stringMatching(/page doesn't exist$/)]);
      }
    },
  );

  it('is not found by search where it is hidden', async () => {
    expect(ids((await world.get('pages/?search=heron')).body)).toEqual([article.id]);
    expect(ids((await world.get('pages/?search=pipit')).body)).toEqual([article.id]);
  });

  it('leaves references to drafts and private pages empty', async () => {
    const { body } = await world.get(`pages/${article.id}/`);
    expect(body?.['related']).toBeNull();
    const pages = (body?.['body'] as { value: { page?: number } }[]).slice(1).map(({ value }) => value.page);
    expect(pages).toEqual([null, null, section.id]);
    const paths = (body?.['sightings'] as { path: { id: number } | null }[]).map(({ path }) => path?.id ?? null);
    expect(paths).toEqual([section.id, null]);
  });

  it('no longer is a page that was taken offline or thrown away', async () => {
    const offline = await world.page(section.id, 'Article', { title: 'Offline wren' });
    const thrown = await world.page(section.id, 'Article', { title: 'Thrown wren' });
    await world.page(thrown.id, 'Article', { title: 'Thrown with it wren' });
    expect((await world.get('pages/?search=wren')).body?.items).toHaveLength(3);
    await world.app.get(UnpublishPage).run(world.ctx, { pageId: offline.id });
    await world.app.get(DeletePage).run(world.ctx, { pageId: thrown.id });
    expect(ids((await world.get('pages/?search=wren')).body)).toEqual([]);
    expect(ids((await world.get(`pages/?child_of=${section.id}`)).body)).toEqual([article.id, report.id]);
    expect((await world.get(`pages/${thrown.id}/`)).status).toBe(404);
  });
});

describe('what is made for readers', () => {
  it('are addresses in rich text, where its declaration asks for them, and computed members of blocks', async () => {
    const link = (page: Page): string => `<a linktype="page" id="${page.id}">x</a>`;
    const story = `<p>${link(section)} &amp; ${link(draft)}<br>${link(members)}</p>`;
    const hide = await world.page(section.id, 'Hide', {
      title: 'West hide',
      story,
      places: [
        { id: 'p1', type: 'story', value: story },
        { id: 'p2', type: 'quote', value: { words: 'Sit still', by: 'Ada' } },
      ],
    });
    const { body } = await world.get(`pages/${hide.id}/`);
    const expanded = '<p><a href="/moor/">x</a> &amp; <a>x</a><br><a>x</a></p>';
    expect(body?.['story']).toBe(expanded);
    expect((body?.['places'] as { value: unknown }[]).map(({ value }) => value)).toEqual([
      expanded,
      { words: 'Sit still', by: 'Ada', signed: 'Sit still (Ada)' },
    ]);
    await world.app.get(DeletePage).run(world.ctx, { pageId: hide.id });
  });
});

describe('an object', () => {
  it('shows its fields under their names, in their order, and nothing that is hidden', async () => {
    const { body } = await world.get(`pages/${article.id}/`);
    expect(Object.keys(body ?? {})).toEqual([
      'id', 'meta', 'title', 'intro', 'day', 'shownAs', 'body', 'author', 'related', 'picture', 'tags', 'sightings', 'summary',
    ]); // prettier-ignore
    expect(JSON.stringify(body)).not.toContain('not for readers');
    expect(body).toMatchObject({
      id: article.id,
      meta: {
        type: 'birds.Article',
        detail_url: `http://birds.example/api/v2/pages/${article.id}/`,
        html_url: 'http://birds.example/moor/meadow-pipits/',
        slug: 'meadow-pipits',
        parent: { id: section.id, title: 'Moor' },
        last_published_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$/),
      },
      title: 'Meadow pipits',
      day: '2026-04-05',
      author: { id: ada, meta: { type: 'birds.Author' } },
      tags: ['moor', 'spring'],
      summary: 'Meadow pipits: Ridge, Pond',
    });
  });

  it('shows of related things what is asked for, at any depth', async () => {
    const fields = '_,author(name,home(_,title)),sightings(_,place,page(_,slug))';
    const { body } = await world.get(`pages/${article.id}/?fields=${fields}`);
    expect(body).toEqual({
      author: {
        id: ada,
        meta: { type: 'birds.Author' },
        name: 'Ada',
        home: { title: 'Moor' },
      },
      sightings: [
        { place: 'Ridge', page: { meta: { slug: 'meadow-pipits' } } },
        { place: 'Pond', page: { meta: { slug: 'meadow-pipits' } } },
      ],
    });
  });

  it('refuses fields that do not exist, hidden ones too, at any depth', async () => {
    for (const [fields, message] of [
      ['zeta,alpha', 'unknown fields: alpha, zeta'],
      ['secret_note', 'unknown fields: secret_note'],
      ['renamed', 'unknown fields: renamed'],
      ['author(password)', 'unknown fields: password'],
      ['intro(x)', "'intro' does not support nested fields"],
    ]) {
      expect(await world.get(`pages/${article.id}/?fields=${fields}`)).toMatchObject({
        status: 400,
        body: { message },
      });
    }
  });
});

describe('a listing', () => {
  it('refuses parameters it does not know', async () => {
    const { status, body } = await world.get('pages/?nope=1&also_nope=2&limit=1');
    expect([status, body]).toEqual([
      400,
      { message: 'query parameter is not an operation or a recognised field: also_nope, nope' },
    ]);
    expect((await world.get('pages/?type=birds.Article&secret_note=x')).status).toBe(400);
    expect((await world.get('pages/?intro=x')).status).toBe(400);
  });

  it('of a type knows its fields, and those of its subtypes are in it', async () => {
    const listed = await world.get('pages/?type=birds.Article&fields=_,id,day&order=day,id&limit=2');
    expect(listed.body?.items).toEqual([
      { id: article.id, day: '2026-04-05' },
      { id: home.id, day: null },
    ]);
    const notes = await world.get('pages/?type=birds.Note&day=2026-05-01&tags=spring&fields=_,id,type,tags,day');
    expect(notes.body?.items).toEqual([
      { id: report.id, meta: { type: 'birds.Report' }, day: '2026-05-01', tags: ['spring'] },
    ]);
    expect(ids((await world.get('pages/?type=birds.Report&region=North')).body)).toEqual([report.id]);
    expect(ids((await world.get('pages/?type=birds.Article&tags=moor,spring')).body)).toEqual([article.id]);
    expect(ids((await world.get('pages/?type=birds.Report,birds.Article&child_of=root')).body)).toEqual([section.id]);
  });

  it('takes whatever is typed as a value and never as SQL', async () => {
    const odd = ["'; DROP TABLE page; --", '" OR 1=1', '$1', '%', '\\', '{}', '🐦', "x'||(select 1)||'"];
    for (const value of odd) {
      const text = encodeURIComponent(value);
      expect((await world.get(`pages/?title=${text}`)).body?.items).toEqual([]);
      expect((await world.get(`pages/?search=${text}`)).status).toBe(200);
      expect((await world.get(`pages/?type=birds.Article&tags=${text}`)).body?.items).toEqual([]);
      for (const parameter of ['order', 'type', 'fields', 'site', 'child_of', 'limit', 'day']) {
        expect((await world.get(`pages/?${parameter}=${text}`)).status).toBe(400);
      }
      expect((await world.get(`pages/?locale=${text}`)).status).toBe(404);
      expect((await world.get(`pages/find/?html_path=${text}`)).status).toBe(404);
    }
  });

  it('costs the same number of queries however many rows it has', async () => {
    const count = async (path: string): Promise<number> => {
      const pool = (world.database.driver as unknown as { master: { query: (...args: unknown[]) => unknown } }).master;
      const query = pool.query.bind(pool);
      let queries = 0;
      pool.query = (...args) => {
        queries += 1;
        return query(...args);
      };
      await world.get(path);
      pool.query = query;
      return queries;
    };
    const path = 'pages/?type=birds.Article&fields=author(home),tags,sightings(path)';
    const one = await count(`${path}&id=${article.id}&limit=1`);
    expect(await count(`${path}&limit=20`)).toBeLessThanOrEqual(one + 1);
  });
});

describe('find', () => {
  it('goes to the detail of the page at a path, with the other parameters', async () => {
    const { status, headers } = await world.get('pages/find/?html_path=/moor//meadow-pipits&fields=title,body');
    expect([status, headers['location']]).toEqual([
      302,
      `http://birds.example/api/v2/pages/${article.id}/?fields=title%2Cbody`,
    ]);
  });

  it('finds nothing where there is no page for readers', async () => {
    for (const path of ['/nowhere/', '/unfinished-heron/', '/members-heron/', '/members-heron/nest-sites-heron/']) {
      expect(await world.get(`pages/find/?html_path=${path}`)).toMatchObject({
        status: 404,
        body: { message: 'not found' },
      });
    }
  });
});

describe('HTTP', () => {
  it('adds the slash at the end, and knows no other paths', async () => {
    const { status, headers } = await world.get('pages?limit=1');
    expect([status, headers['location']]).toEqual([301, '/api/v2/pages/?limit=1']);
    for (const path of ['nothing/', 'pages/x/', 'pages/1/children/']) expect((await world.get(path)).status).toBe(404);
  });

  it('reads only, in JSON only', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await world.app.inject({ method, url: '/api/v2/pages/' });
      expect([answer.statusCode, answer.json()]).toEqual([405, { detail: `Method "${method}" not allowed.` }]);
    }
    expect((await world.get('pages/', { accept: 'image/png' })).status).toBe(406);
    const head = await world.app.inject({ method: 'HEAD', url: '/api/v2/pages/', headers: { host: 'birds.example' } });
    expect([head.statusCode, head.body]).toEqual([200, '']);
  });

  it('answers on any host with the default site, and with no site with nothing', async () => {
    expect((await world.get('pages/', { host: 'elsewhere.example' })).body?.['meta']).toEqual({ total_count: 4 });
  });
});
