import { DeletePage, newUuid, type JsonObject, type Page } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';
import { atlas, openAtlas } from './atlas.js';

const world = useWorld({ project: atlas });

describe('translating', () => {
  let admin: WorldClient;
  let home: Page;
  let region: Page;
  let town: Page;

  const place = (title: string, parent: Page, fields: JsonObject = {}, publish = true) =>
    world().createPage({ type: 'atlas.Place', parent, title, fields: { motto: 'Onwards', ...fields }, publish });
  const translate = (page: Pick<Page, 'id'>, body: JsonObject, who = admin) =>
    who.post(`/pages/${page.id}/translate`, body as never);
  const inGerman = async (page: Pick<Page, 'id'>) => {
    const { body } = await admin.get(`/pages/${page.id}/translations`);
    return body.items.find(({ locale }: { locale: string }) => locale === 'de').page;
  };

  beforeAll(async () => {
    admin = await world().admin();
    home = await openAtlas(world());
    region = await place('Highlands', home);
    town = await place('Ford', region, {
      motto: 'Over the water',
      near: region.id,
      censuses: [{ id: newUuid(), year: 1990, count: 12 }],
    });
    await place('Weir', region);
  });

  it('makes a draft with the same content below the translated parents, which mirrors stand in for', async () => {
    const answer = await translate(town, { locales: ['de'] });
    expect(answer.body).toEqual({ items: [{ locale: 'de', id: expect.any(Number), title: 'Ford', pages: 1 }] });
    const { body: made } = await admin.get(`/pages/${answer.body.items[0].id}`);
    expect(made).toMatchObject({
      locale: 'de',
      state: 'draft',
      slug: 'ford',
      url: 'http://atlas.example/de/highlands/ford/',
      fields: { title: 'Ford', motto: 'Over the water', censuses: [{ year: 1990, count: 12 }] },
    });
    expect(await inGerman(region)).toMatchObject({ state: 'live', isAlias: true, isSource: false });
    expect(await inGerman(home)).toMatchObject({ isAlias: true, url: 'http://atlas.example/de/' });
    expect((await world().page((await inGerman(home)).id)).slug).toBe('atlas-de');
    expect(await world().treeFaults()).toEqual([]);
  });

  it('leaves links as they are: they point at the same page as in the source', async () => {
    const { body: made } = await admin.get(`/pages/${(await inGerman(town)).id}`);
    expect(made.fields.near).toBe(region.id);
  });

  it('is refused where the page is there in the language already, and says which page that is', async () => {
    const { status, body } = await translate(town, { locales: ['de'] });
    const { id } = await inGerman(town);
    expect({ status, body }).toMatchObject({
      status: 409,
      body: { code: 'translation_exists', locale: 'de', translation: { id, title: 'Ford' } },
    });
  });

  it('makes a mirror that stood in a page of its own, which stays what readers see', async () => {
    const mirror = await inGerman(region);
    expect((await translate(region, { locales: ['de'] })).body.items).toEqual([
      { locale: 'de', id: mirror.id, title: 'Highlands', pages: 1 },
    ]);
    expect(await inGerman(region)).toMatchObject({ id: mirror.id, state: 'live', isAlias: false });
    expect((await world().edit(mirror, { title: 'Hochland' }, true)).title).toBe('Hochland');
  });

  it('of a page and all below it adds what is not there yet, in the order of the source', async () => {
    const { body } = await translate(region, { locales: ['de'], subtree: true });
    expect(body.items).toMatchObject([{ pages: 1, title: 'Hochland' }]);
    const { id } = await inGerman(region);
    const { body: children } = await admin.get(`/pages?parent=${id}`);
    expect(children.items.map(({ slug }: { slug: string }) => slug)).toEqual(['ford', 'weir']);
    expect((await translate(region, { locales: ['de'], subtree: true })).status).toBe(409);
  });

  it('puts a page in front of what follows it in its own language', async () => {
    const [first, second] = [await place('First', home), await place('Second', home)];
    await translate(second, { locales: ['de'] });
    await translate(first, { locales: ['de'] });
    const { body } = await admin.get(`/pages?parent=${(await inGerman(home)).id}&q=s`);
    expect(body.items.map(({ slug }: { slug: string }) => slug).slice(-2)).toEqual(['first', 'second']);
  });

  it('may make drafts of the pages above, or refuse when they are not there', async () => {
    const far = await place('Far', region);
    const refused = await translate(far, { locales: ['fr'], parents: 'refuse' });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [expect.objectContaining({ path: '/parents', code: 'parent_not_translated' })],
    ]);
    expect((await translate(far, { locales: ['fr'], parents: 'drafts' })).status).toBe(201);
    const { body } = await admin.get(`/pages/${region.id}/translations`);
    expect(body.items.find(({ locale }: { locale: string }) => locale === 'fr').page).toMatchObject({
      state: 'draft',
      isAlias: false,
    });
  });

  it('into several languages happens in all of them or in none', async () => {
    const sea = await place('Sea', home);
    const refused = await translate(sea, { locales: ['de', 'xx'] });
    expect(refused.status).toBe(422);
    expect(await inGerman(sea)).toBeNull();
    expect((await translate(sea, { locales: ['de', 'en'] })).body.errors).toMatchObject([{ code: 'same_language' }]);
    expect((await translate(sea, { locales: ['de', 'fr'] })).body.items).toHaveLength(2);
  });

  it('does not mind a translation in the trash', async () => {
    const lake = await place('Lake', home);
    await translate(lake, { locales: ['de'] });
    const former = await inGerman(lake);
    await world().get(DeletePage).run(world().system, { pageId: former.id });
    expect((await translate(lake, { locales: ['de'] })).status).toBe(201);
    expect((await inGerman(lake)).id).not.toBe(former.id);
  });

  it('by two people at once makes one page, and the other is told', async () => {
    const bay = await place('Bay', home);
    const answers = await Promise.all([1, 2, 3, 4].map(() => translate(bay, { locales: ['de'] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await world().sql('SELECT id FROM page WHERE translation_key = $1', [bay.translationKey])).toHaveLength(2);
  });

  it('needs the right to read what is translated, and to add pages where the translation is to stand', async () => {
    const isle = await place('Isle', home);
    const german = await inGerman(home);
    const on = (page: { id: number }, permission: string) =>
      ({ permission, scope: { kind: 'page', id: page.id } }) as const;
    const reader = await world().person([on(home, 'page.edit')]);
    expect((await translate(isle, { locales: ['de'] }, reader)).status).toBe(403);
    const adder = await world().person([on(german, 'page.add'), on(home, 'page.add')]);
    expect((await translate(isle, { locales: ['de'] }, adder)).status).toBe(403);
    const translator = await world().person([on(home, 'page.edit'), on(german, 'page.add')]);
    const { body } = await translator.get(`/pages/${isle.id}/translations`);
    expect(body.items.map((state: { locale: string; canTranslate: boolean }) => [state.locale, state.canTranslate])).toEqual([['en', false], ['de', true], ['fr', true]]); // prettier-ignore
    expect((await translate(isle, { locales: ['de'] }, translator)).status).toBe(201);
    expect((await translate(isle, { locales: ['fr'] }, translator)).status).toBe(403);
    expect(
      (
        await world()
          .client()
          .post(`/pages/${isle.id}/translate`, { locales: ['de'] })
      ).status,
    ).toBe(401);
  });

  it('is told by the history of both pages', async () => {
    const cape = await place('Cape', home);
    await translate(cape, { locales: ['de'] });
    const { id } = await inGerman(cape);
    const [said] = (await admin.get(`/pages/${cape.id}/history`)).body.items;
    expect(said).toMatchObject({ action: 'page.translate', data: { locale: 'de', to: id, pages: 1 } });
    const [made] = (await admin.get(`/pages/${id}/history`)).body.items;
    expect(made).toMatchObject({ action: 'page.create', data: { translationOf: cape.id } });
  });
});

describe('what lacks a translation', () => {
  let admin: WorldClient;
  let dale: Page;

  const report = async (query: string, who = admin) =>
    (await who.get(`/reports/missing-translations?${query}`)).body.items.map(
      ({ page, gap }: { page: { title: string }; gap: string }) => `${page.title}: ${gap}`,
    );

  beforeAll(async () => {
    admin = await world().admin();
    const [home] = await world().sql<{ id: number }>(`SELECT id FROM page WHERE slug = 'atlas'`);
    dale = await world().createPage({ type: 'atlas.Place', parent: home!, title: 'Dale', fields: { motto: 'Down' }, publish: true }); // prettier-ignore
    await world().createPage({ type: 'atlas.Place', parent: dale, title: 'Farm', fields: { motto: 'Up' }, publish: true }); // prettier-ignore
  });

  it('is listed for a language, below a page, by type and by what is lacking', async () => {
    expect(await report(`locale=de&below=${dale.id}`)).toEqual(['Dale: missing', 'Farm: missing']);
    await admin.post(`/pages/${dale.id}/translate`, { locales: ['de'] });
    expect(await report(`locale=de&below=${dale.id}`)).toEqual(['Dale: draft', 'Farm: missing']);
    expect(await report(`locale=de&below=${dale.id}&gaps=missing`)).toEqual(['Farm: missing']);
    expect(await report(`locale=de&below=${dale.id}&type=atlas.Land`)).toEqual([]);
    expect((await admin.get('/reports/missing-translations?locale=de&gaps=all')).status).toBe(400);
    expect((await admin.get('/reports/missing-translations?locale=xx')).status).toBe(422);
  });

  it('includes translations that are older than what their source published', async () => {
    const { body } = await admin.get(`/pages/${dale.id}/translations`);
    const german = body.items.find(({ locale }: { locale: string }) => locale === 'de').page;
    await world().publish(german);
    expect(await report(`locale=de&below=${dale.id}`)).toEqual(['Farm: missing']);
    await world().edit(dale, { motto: 'Deeper' }, true);
    expect(await report(`locale=de&below=${dale.id}`)).toEqual(['Dale: outdated', 'Farm: missing']);
    const detail = (await admin.get(`/pages/${german.id}`)).body;
    expect(detail.translations).toMatchObject([
      { locale: 'en', id: dale.id, isSource: true, isOutdated: false },
      { locale: 'de', id: german.id, isSource: false, isOutdated: true, state: 'live' },
    ]);
  });

  it('tells people of the pages they work with alone', async () => {
    const editor = await world().person([{ permission: 'page.edit', scope: { kind: 'page', id: dale.id } }]);
    expect(await report('locale=de', editor)).toEqual(['Dale: outdated', 'Farm: missing']);
    const { body } = await editor.get('/reports/translation-progress');
    expect(body.items).toEqual([
      { locale: 'en', name: 'English', pages: 0, missing: 0, alias: 0, draft: 0, outdated: 0 },
      { locale: 'de', name: 'Deutsch', pages: 2, missing: 1, alias: 0, draft: 0, outdated: 1 },
      { locale: 'fr', name: 'Français', pages: 2, missing: 2, alias: 0, draft: 0, outdated: 0 },
    ]);
    expect(await report('locale=de', await world().person([]))).toEqual([]);
  });
});
