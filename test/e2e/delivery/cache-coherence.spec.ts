import {
  CopyPage,
  CreateCollection,
  CreateLocale,
  CreateRedirect,
  CreateSite,
  DeletePage,
  DeleteRedirect,
  DeleteSite,
  DeleteSnippet,
  EditImage,
  EditLocale,
  EditPage,
  EditRedirect,
  EditSite,
  EditSnippet,
  Image,
  MovePage,
  Problem,
  PublicAnswers,
  PublishPage,
  PurgePage,
  ROOT_ID,
  Redirect,
  ReorderChildren,
  RestorePage,
  RestrictPage,
  SchedulePage,
  SearchIndexing,
  Site,
  TranslatePage,
  TRASH_PATH,
  UnpublishPage,
  ViewRestriction,
  newUuid,
  type Action,
  type Page,
} from '@pipit/cms';
import { useTestDatabase } from '../../support/database.js';
import { DeliveryWorld, buildDeliveryTemplate } from './world.js';

const database = useTestDatabase('delivery', buildDeliveryTemplate);
let world: DeliveryWorld, other: DeliveryWorld;
let home: Page;

/** Beside one of each kind. */
const STEPS = 4;
const LISTS = [
  'pages/', 'pages/?type=birds.Article&fields=*&order=-first_published_at', 'pages/?child_of=root&search=heron',
  'pages/?locale=fr,en&fields=*', 'pages/?type=birds.Note&tags=moor', 'images/', 'redirects/',
  'pages/find/?html_path=/moor/', 'redirects/find/?html_path=/old&resolve=true', 'pages/?filter[author.name][contains]=heron&type=birds.Article',
  'pages/?type=birds.Article&filter[related.title][contains]=heron', 'pages/?type=birds.Article&include=related,author.home,parent',
  'pages/?order=-first_published_at&limit=3&cursor=', 'pages/?type=birds.Article&fields=*&rich_text_format=html&renditions=thumb',
  'navigation/?depth=3', 'search/?search=heron', 'snippets/birds.Term/?fields=*', 'settings/',
]; // prettier-ignore

/** The same numbers each time, so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

beforeAll(async () => {
  world = await DeliveryWorld.start(database().url, { i18n: true });
  other = await DeliveryWorld.start(database().url, { i18n: true });
  home = await world.page(ROOT_ID, 'Article', { title: 'Birds' });
  await world.site(home.id);
}, 120_000);
afterAll(async () => {
  await other.stop();
  await world.stop();
});

const run = <I, O>(action: abstract new (...args: never[]) => Action<I, O>, input: I): Promise<O> =>
  world.app.get(action as never as new () => Action<I, O>).run(world.ctx, input);

const sql = <T = { id: number }>(query: string): Promise<T[]> => world.database.query(query);

/** Everything somebody can do that readers might notice, on whatever is there. */
function actions(pick: (below: number) => number): Readonly<Record<string, () => Promise<unknown>>> {
  const one = async (query: string): Promise<number> => {
    const rows = await sql(query);
    return rows[pick(Math.max(1, rows.length))]?.id ?? 0;
  };
  const kept = `path < '${TRASH_PATH}' AND depth > 1`;
  const aPage = (): Promise<number> => one(`SELECT id FROM page WHERE ${kept} ORDER BY id`);
  const leaf = (): Promise<number> => one(`SELECT id FROM page WHERE ${kept} AND id <> ${home.id} ORDER BY id`);
  const anAuthor = (): Promise<number> => one('SELECT id FROM birds_author ORDER BY id');
  const anImage = (): Promise<number> => one('SELECT id FROM image ORDER BY id');
  const word = (): string => ['heron', 'moor', 'pipit', 'old'][pick(4)] as string;
  const fields = async () => ({
    title: `${word()} ${pick(1000)}`,
    intro: word(),
    day: `2026-0${1 + pick(9)}-01`,
    author: (await anAuthor()) || null,
    related: (await aPage()) || null,
    picture: (await anImage()) || null,
    tags: [word()],
    sightings: [{ id: newUuid(), place: word(), path: (await aPage()) || null }],
  });
  const save = async (publish: boolean, id?: number) => {
    const pageId =
      id ?? (await one(`SELECT id FROM page WHERE ${kept} AND type = 'birds.Article' AND alias_of_id IS NULL`));
    const { latestRevisionId } = await world.database.getRepository('Page').findOneByOrFail({ id: pageId });
    return run(EditPage, { pageId, baseRevisionId: latestRevisionId as number, fields: await fields(), publish });
  };
  const redirect = async () => ({
    oldPath: `/old${pick(2) || ''}`, siteId: null, pageId: await leaf(), pageRoutePath: '', link: '', isPermanent: true,
  }); // prettier-ignore
  return {
    create: async () => world.page(await aPage(), 'Article', await fields(), pick(3) > 0),
    createNote: async () => world.page(await aPage(), pick(2) ? 'Note' : 'Report', { title: word(), tags: [word()] }),
    draft: () => save(false),
    editLive: () => save(true),
    renameHome: async () => save(true, home.id),
    publish: async () => {
      const page = await world.database.getRepository<Page>('Page').findOneByOrFail({ id: await leaf() });
      return run(PublishPage, { pageId: page.id, baseRevisionId: page.latestRevisionId });
    },
    unpublish: async () => run(UnpublishPage, { pageId: await leaf() }),
    move: async () => run(MovePage, { pageId: await leaf(), parentId: await aPage(), before: null }),
    reorder: async () => run(ReorderChildren, { pageId: home.id, order: 'title' } as never),
    copy: async () => run(CopyPage, { pageId: await leaf(), parentId: home.id, keepLive: true, alias: pick(2) === 0 }),
    delete: async () => run(DeletePage, { pageId: await leaf(), force: true }),
    restore: async () =>
      run(RestorePage, { pageId: await one('SELECT page_id AS id FROM trash_entry'), parentId: home.id }),
    purge: async () => {
      const page = await world.page(home.id, 'Note', { title: word() });
      await run(DeletePage, { pageId: page.id });
      return run(PurgePage, { pageId: page.id, force: true });
    },
    restrict: async () => run(RestrictPage, { pageId: await leaf(), kind: 'login' }),
    open: () => world.database.getRepository(ViewRestriction).createQueryBuilder().delete().execute(),
    schedule: async () =>
      run(SchedulePage, { pageId: await leaf(), expire: { at: '2036-01-01T00:00', zone: 'UTC' } } as never),
    createSite: async () =>
      run(CreateSite, {
        hostname: `s${pick(3)}.example`,
        port: 80,
        name: '',
        rootPageId: await leaf(),
        isDefault: false,
      }),
    editSite: async () => run(EditSite, { siteId: await one('SELECT id FROM site'), port: 80 + pick(3) } as never),
    deleteSite: async () => run(DeleteSite, { siteId: await one('SELECT id FROM site WHERE NOT is_default') } as never),
    createLocale: () => run(CreateLocale, { code: 'fr', name: '', fallback: 'en', isDefault: false }),
    editLocale: async () => run(EditLocale, { localeId: await one('SELECT id FROM locale'), name: word() }),
    translate: async () =>
      run(TranslatePage, {
        pageId: pick(2) ? home.id : await leaf(),
        locales: ['fr'],
        subtree: false,
        parents: 'drafts',
      } as never),
    redirect: async () => run(CreateRedirect, await redirect()),
    editRedirect: async () =>
      run(EditRedirect, { id: await one('SELECT id FROM redirect'), changes: await redirect() }),
    deleteRedirect: async () => run(DeleteRedirect, { id: await one('SELECT id FROM redirect') }),
    author: async () => world.author({ name: word(), home: (await leaf()) || null, ring: newUuid().slice(-10) }),
    editAuthor: async () => {
      const id = await anAuthor();
      return run(EditSnippet, {
        type: 'birds.Author',
        id,
        fields: { name: `${word()} ${pick(99)}` },
        publish: true,
      } as never);
    },
    deleteAuthor: async () => {
      const id = await world.author({ name: word(), ring: newUuid().slice(-10) });
      return run(DeleteSnippet, { type: 'birds.Author', id });
    },
    collection: async () => run(CreateCollection, { name: `Birds ${pick(9999)}` }),
    image: async () => {
      const collectionId = await one('SELECT id FROM collection ORDER BY depth');
      const facts = {
        uuid: newUuid(),
        title: word(),
        fileKey: `images/${newUuid()}.png`,
        mimeType: 'image/png',
        width: 9,
        height: 9,
      };
      const more = { fileName: 'a.png', fileSize: '9', fileHash: newUuid(), collectionId };
      return world.database.getRepository(Image).insert({ ...facts, ...more } as never);
    },
    editImage: async () => run(EditImage, { id: await anImage(), title: word(), tags: [word()] }),
    hideImages: async () => {
      const targetId = await one('SELECT id FROM collection');
      return world.database
        .getRepository(ViewRestriction)
        .insert({ kind: 'collection', targetId, restriction: 'login' });
    },
    byHand: async () => sql(`UPDATE birds_article SET intro = 'by hand ${pick(99)}' WHERE page_id = ${await aPage()}`),
    reindex: async () => world.app.get(SearchIndexing).refresh(world.ctx, 'page', [await aPage()]),
    moveSite: async () => world.database.getRepository(Site).update({ isDefault: true }, { rootPageId: home.id }),
    forgetRedirects: () => world.database.getRepository(Redirect).createQueryBuilder().delete().execute(),
  };
}

const urls = async (): Promise<string[]> => {
  const details = async (table: string, name: string): Promise<string[]> =>
    (await sql(`SELECT id FROM ${table} ORDER BY id DESC LIMIT 3`)).map(({ id }) => `${name}/${id}/?fields=*`);
  const pages = await details('page', 'pages');
  return [...LISTS, ...pages, ...(await details('image', 'images'))];
};

describe('after anything somebody does', () => {
  it('every kept answer is the one that would be made now, in the process that did it and in another', async () => {
    const pick = random(20261121);
    const possible = actions(pick);
    const names = Object.keys(possible);
    const order = [...names, ...Array.from({ length: STEPS }, () => names[pick(names.length)] as string)];
    const done = new Set<string>();
    let most = 0;
    const asked = ['create', 'create', 'author', 'image', ...order];
    for (const name of asked) {
      const before = await urls();
      for (const url of before) await Promise.all([world.get(url), other.get(url)]);
      most = Math.max(most, other.app.get(PublicAnswers).cache.count);
      try {
        await possible[name]?.();
        done.add(name);
      } catch (error) {
        // Refused: there is nothing to do it to, or it is against the rules. Nothing may have changed then either.
        if (!(error instanceof Problem) && !/Could not find|foreign key|duplicate key/.test(String(error))) throw error;
      }
      // What was written beside the actions is told a moment later, as to other processes.
      await other.app.get(PublicAnswers).settled();
      await world.app.get(PublicAnswers).settled();
      for (const url of before) {
        const fresh = await world.get(url, { cookie: 'seen=1' });
        for (const site of [world, other]) {
          const kept = await site.get(url);
          expect({ name, url, status: kept.status, body: kept.body }).toEqual({
            name,
            url,
            status: fresh.status,
            body: fresh.body,
          });
        }
      }
    }
    expect(names.filter((name) => !done.has(name))).toEqual([]);
    expect(most).toBeGreaterThan(10);
  }, 120_000);

  it('whoever published is answered after everybody sees it, without waiting', async () => {
    const page = await world.page(home.id, 'Note', { title: 'Now' });
    for (let round = 0; round < 10; round += 1) {
      expect((await world.get(`pages/${page.id}/`)).status).toBe(200);
      await run(UnpublishPage, { pageId: page.id });
      expect((await world.get(`pages/${page.id}/`)).status).toBe(404);
      await run(PublishPage, { pageId: page.id, baseRevisionId: page.latestRevisionId });
    }
  });

  it('a table that was changed under a running server is written all the same, and counts as changed as a whole', async () => {
    const page = await world.page(home.id, 'Note', { title: 'Before' });
    const title = async (): Promise<unknown> => (await other.get(`pages/${page.id}/`)).body?.['title'];
    expect(await title()).toBe('Before');
    await sql('ALTER TABLE page RENAME COLUMN expired TO expired_once');
    try {
      await sql(`UPDATE page SET title = 'After' WHERE id = ${page.id}`);
    } finally {
      await sql('ALTER TABLE page RENAME COLUMN expired_once TO expired');
    }
    await other.app.get(PublicAnswers).settled();
    expect(await title()).toBe('After');
  });
});
