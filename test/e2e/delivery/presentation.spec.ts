import { Readable } from 'node:stream';
import { withSpooledFile } from '@pipit/media';
import { ROOT_ID, UploadImage, type Page } from '@pipit/cms';
import { AllowedRenditions } from '@pipit/delivery';
import sharp from 'sharp';
import { useTestDatabase } from '../../support/database.js';
import { DeliveryWorld, buildDeliveryTemplate, type ApiBody } from './world.js';

const database = useTestDatabase('delivery-presentation', buildDeliveryTemplate);
let world: DeliveryWorld;
let home: Page, moor: Page, members: Page, draft: Page, article: Page, hide: Page;
let ada: number, bea: number, picture: number;

const link = ({ id }: Page): string => `<a linktype="page" id="${id}">x</a>`;

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url, { renditions: { square: 'fill-20x20' } });
  home = await world.page(ROOT_ID, 'Note', { title: 'Birds' });
  await world.site(home.id);
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const limits = { maxBytes: 1e6 };
  const image = await withSpooledFile(Readable.from([png]), limits, (file) =>
    world.app.get(UploadImage).run(world.ctx, { file, fileName: 'pipit.png' }),
  );
  picture = image.id;
  members = await world.page(home.id, 'Article', { title: 'Members', intro: 'secret' });
  await world.restrict(members.id);
  draft = await world.page(home.id, 'Article', { title: 'Draft', intro: 'secret' }, false);
  ada = await world.author({ name: 'Ada', ring: 'A', home: home.id });
  bea = await world.author({ name: 'Bea', ring: 'B', home: members.id });
  moor = await world.page(home.id, 'Article', {
    title: 'Moor',
    intro: 'Wet',
    author: bea,
    related: members.id,
    picture,
  });
  const sightings = [
    { id: '018f0000-0000-7000-8000-000000000001', place: 'Ridge', path: moor.id },
    { id: '018f0000-0000-7000-8000-000000000002', place: 'Pond', path: draft.id },
  ];
  article = await world.page(moor.id, 'Article', {
    title: 'Pipits',
    author: ada,
    related: moor.id,
    picture,
    sightings,
  });
  const story =
    `<h2 data-block-key="k">A *star* &amp; more</h2><p>${link(moor)} <b>bold </b><i>it</i><br/>${link(members)}</p>` +
    `<ul><li>one<ol><li>two</li></ol></li></ul><hr/><embed embedtype="image" id="${picture}" alt="A [bird]" format="left"/>`;
  hide = await world.page(home.id, 'Hide', {
    title: 'Hide',
    story,
    places: [{ id: 's', type: 'story', value: link(moor) }],
  });
}, 120_000);
afterAll(() => world.stop());

const get = async (path: string): Promise<ApiBody> => {
  const { status, body } = await world.get(path);
  expect([status, body?.message]).toEqual([200, undefined]);
  return body as ApiBody;
};
const refusal = async (path: string) => (({ status, body }) => [status, body?.message])(await world.get(path));

describe('include=', () => {
  it('shows related things as their own detail views do, in one answer', async () => {
    const {
      related,
      parent,
      picture: image,
    } = await get(`pages/${article.id}/?include=related,parent,picture`).then(
      (body) => ({ ...body, parent: (body['meta'] as ApiBody)['parent'] }) as ApiBody,
    );
    const whole = await get(`pages/${moor.id}/`);
    expect(related).toEqual(whole);
    expect(parent).toEqual(whole);
    expect(image).toEqual(await get(`images/${picture}/`));
    expect(whole).toMatchObject({ intro: 'Wet', meta: { type: 'birds.Article' } });
  });

  it('goes along relations, through child items too', async () => {
    const body = await get(`pages/${article.id}/?include=related.author,author.home,sightings.path.picture`);
    expect(body['related']).toMatchObject({ author: { id: bea, name: 'Bea', ring: 'B', home: null } });
    expect(body['author']).toMatchObject({ id: ada, name: 'Ada', home: { id: home.id, title: 'Birds', day: null } });
    expect(body['sightings']).toMatchObject([
      { place: 'Ridge', path: { id: moor.id, intro: 'Wet', picture: { id: picture, width: 40, height: 30 } } },
      { place: 'Pond', path: null },
    ]);
  });

  it('adds to the fields of a listing, and is narrowed by those that are named', async () => {
    const path = `pages/?type=birds.Article&id=${article.id}&fields=_,related(-intro,-body)&include=parent,related`;
    const [item] = (await get(path)).items ?? [];
    expect((item?.['meta'] as ApiBody)['parent']).toMatchObject({ id: moor.id, intro: 'Wet' });
    expect(item?.['related']).toMatchObject({ id: moor.id, title: 'Moor' });
    expect(item?.['related']).not.toHaveProperty('intro');
  });

  it('shows nothing of drafts and private pages, whatever is said of references, and no more than it may', async () => {
    const here = await get(`pages/${moor.id}/?include=related,author.home`);
    expect([here['related'], (here['author'] as ApiBody)['home']]).toEqual([null, null]);
    const shown = await DeliveryWorld.start(database().url, { wagtailReferences: true, maxIncluded: 2 });
    const { body: open } = await shown.get(`pages/${moor.id}/?include=related`);
    expect(open?.['related']).toBeNull();
    const { body } = await shown.get('pages/?type=birds.Article&include=related.author,author.home');
    expect(body?.message).toBe('include error. the answer would show more than 2 objects whole');
    await shown.stop();
  });

  it.each([
    ['nope', "include error. 'nope' is not a relation"],
    ['title', "include error. 'title' is not a relation"],
    ['related.nope', "include error. 'nope' is not a relation"],
    ['related..author', "include error. 'related..author' is not a relation"],
    ['related,', "include error. '' is not a relation"],
    ['secret_note', "include error. 'secret_note' is not a relation"],
    ['related.related.related.related.author', expect.stringContaining('is deeper than 4 relations')],
    [Array.from({ length: 21 }, () => 'related').join(','), 'include error. there are more than 20 relations'],
  ])('refuses %s', async (include, message) => {
    expect(await refusal(`pages/${article.id}/?include=${include}`)).toEqual([400, message]);
  });

  it('costs the same number of queries however many rows there are', async () => {
    const count = async (path: string): Promise<number> => {
      const pool = (world.database.driver as unknown as { master: { query: (...args: unknown[]) => unknown } }).master;
      const query = pool.query.bind(pool);
      let queries = 0;
      pool.query = (...args) => {
        queries += 1;

        return query(...args);
      };
      await get(path);
      pool.query = query;
      return queries;
    };
    const path = 'pages/?type=birds.Article&include=author,related';
    expect(await count(`${path}&limit=20`)).toBeLessThanOrEqual((await count(`${path}&id=${article.id}&limit=1`)) + 1);
  });
});

describe('renditions=', () => {
  const named = { url: expect.stringContaining('/media/'), width: 10, height: 10, alt: 'pipit' };

  it('are made of every image of an answer, where somebody declared or listed them', async () => {
    const asked = 'renditions=small:fill-10x10,square';
    const body = await get(`pages/${article.id}/?${asked}&include=related`);
    const renditions = {
      small: expect.objectContaining(named),
      square: expect.objectContaining({ width: 20, height: 20 }),
    };
    expect(body['picture']).toMatchObject({ id: picture, renditions });
    expect((body['related'] as ApiBody)['picture']).toMatchObject({ renditions });
    expect((await get(`images/?${asked}`)).items?.[0]).toMatchObject({ id: picture, renditions });
    expect((await get(`images/${picture}/?renditions=square`))['renditions']).toMatchObject({ square: { width: 20 } });
  });

  it('may be anything in a list that the server signed, and only in that list', async () => {
    const list = 'odd:width-13';
    const signature = world.app.get(AllowedRenditions).sign(list);
    const body = await get(`images/${picture}/?renditions=${list}&renditions_signature=${signature}`);
    expect(body['renditions']).toMatchObject({ odd: { width: 13 } });
    const other = `images/${picture}/?renditions=odd:width-14&renditions_signature=${signature}`;
    expect(await refusal(other)).toEqual([400, 'renditions error. the signature belongs to another list']);
  });

  it.each([
    ['a:width-9999', "renditions error. 'width-9999' is declared by no type and the list is not signed"],
    ['thumb', "renditions error. several fields declare a rendition 'thumb': name its spec"],
    ['hero', "renditions error. no field declares a rendition 'hero'"],
    ['square,square', 'renditions error. a name is there twice'],
    [':fill-10x10', "renditions error. ':fill-10x10' is not of the form name:spec"],
    ['__proto__:fill-10x10', "renditions error. '__proto__:fill-10x10' is not of the form name:spec"],
    ['a:fill-10x10,', "renditions error. '' is not of the form name:spec"],
    [Array.from({ length: 11 }, (_, n) => `a${n}:fill-10x10`).join(','), 'renditions error. there are more than 10'],
  ])('refuses %s', async (list, message) => {
    expect(await refusal(`images/?renditions=${list}`)).toEqual([400, message]);
  });
});

describe('rich_text_format=', () => {
  const told = async (format: string) => {
    const body = await get(`pages/${hide.id}/?rich_text_format=${format}`);
    return { story: body['story'], block: (body['places'] as { value: unknown }[])[0]?.value };
  };

  it('db_html is what is stored', async () => {
    const { story, block } = await told('db_html');
    expect(story).toContain(`<a linktype="page" id="${moor.id}">`);
    expect(block).toBe(link(moor));
  });

  it('html resolves links and images, those of readers only', async () => {
    const { story, block } = await told('html');
    expect(story).toContain('<a href="/moor/">x</a>');
    expect(story).toContain('<a>x</a>');
    expect(story).toMatch(/<img class="richtext-image left" src="\/media\/[^"]+"/);
    expect(block).toBe('<a href="/moor/">x</a>');
  });

  it('markdown and db_markdown are text for people and machines', async () => {
    const { story, block } = await told('markdown');
    expect(String(story).split('\n')).toEqual([
      '## A \\*star\\* & more', '', '[x](/moor/) **bold** *it*\\', 'x', '', '- one', '  1. two', '', '---', '',
      expect.stringMatching(/^!\[A \\\[bird\\\]\]\(\/media\/.+\)$/),
    ]); // prettier-ignore
    expect(block).toBe('[x](/moor/)');
    const stored = await told('db_markdown');
    expect(stored.block).toBe(`[x](page:${moor.id})`);
    expect(stored.story).toContain(`![A \\[bird\\]](image:${picture})`);
  });

  it('json is a tree with nothing of the editor in it', async () => {
    const { story, block } = await told('json');
    const words = { type: 'text', text: 'x' };
    const attributes = { href: '/moor/', linktype: 'page', id: String(moor.id) };
    expect(block).toEqual([{ type: 'element', name: 'a', attributes, children: [words] }]);
    expect((story as unknown[])[0]).toEqual({
      type: 'element', name: 'h2', attributes: {}, children: [{ type: 'text', text: 'A *star* & more' }],
    }); // prettier-ignore
    expect(JSON.stringify(story)).toContain(
      JSON.stringify({ type: 'element', name: 'a', attributes: {}, children: [words] }),
    );
    expect(JSON.stringify(story)).not.toContain('block-key');
  });

  it('is refused where it is none of these', async () => {
    const message = "rich_text_format must be one of 'db_html', 'db_markdown', 'html', 'json', 'markdown', got ";
    for (const format of ['', 'HTML', 'xml', '%00']) {
      const got = `'${decodeURIComponent(format)}'`;
      expect(await refusal(`pages/?rich_text_format=${format}`)).toEqual([400, message + got]);
    }
  });
});
