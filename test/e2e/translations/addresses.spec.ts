import { CreatePage, DeletePage, RestorePage, type Page } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';
import { atlas, openAtlas } from './atlas.js';

const world = useWorld({ project: atlas });

describe('the addresses of a translated tree', () => {
  let admin: WorldClient;
  let heim: Page;
  let ort: Page;

  const addressesOf = (page: Page) =>
    world().sql(
      `SELECT l.code, u.path, u.is_current AS now FROM page_url u JOIN locale l ON l.id = u.locale_id
        WHERE u.page_id = $1 ORDER BY path`,
      [page.id],
    );
  const urlOf = async (page: Page) => (await admin.get(`/pages/${page.id}`)).body.url;
  const printedUrl = async (page: Page) =>
    (await admin.send('GET', `/api/v2/pages/${page.id}/`, undefined, { host: 'atlas.example' })).body.meta?.html_url;

  beforeAll(async () => {
    const home = await openAtlas(world());
    admin = await world().admin();
    const german = { type: 'atlas.Land', locale: 'de', publish: true, translationKey: home.translationKey! };
    heim = await world()
      .get(CreatePage)
      .run(world().system, { ...german, parentId: 1, fields: { title: 'Karten', slug: 'karten' } });
    ort = await world().createPage({ type: 'atlas.Place', parent: heim, title: 'Ort', fields: { motto: 'Da' }, publish: true }); // prettier-ignore
    await world().createPage({ type: 'atlas.Place', parent: home, title: 'Ort', fields: { motto: 'There' }, publish: true }); // prettier-ignore
  });

  it('begin at the translation of the site’s home page, with the prefix of its language', async () => {
    expect([await urlOf(heim), await urlOf(ort)]).toEqual(['http://atlas.example/de/', 'http://atlas.example/de/ort/']);
  });

  it('are the same for editors and for readers', async () => {
    expect(await printedUrl(ort)).toBe(await urlOf(ort));
  });

  it('are kept apart from the same paths in another language', async () => {
    expect(await addressesOf(ort)).toEqual([{ code: 'de', path: '/ort/', now: true }]);
    expect(await world().sql(`SELECT path FROM page_url WHERE is_current AND path = '/ort/'`)).toHaveLength(2);
  });

  it('lead on from former ones, and are gone while the home page of the language is in the trash', async () => {
    await world().edit(ort, { slug: 'platz' }, true);
    const moved = [
      { code: 'de', path: '/ort/', now: false },
      { code: 'de', path: '/platz/', now: true },
    ];
    expect(await addressesOf(ort)).toEqual(moved);
    await world().get(DeletePage).run(world().system, { pageId: heim.id });
    expect((await addressesOf(ort)).filter(({ now }) => now)).toEqual([]);
    await world().get(RestorePage).run(world().system, { pageId: heim.id });
    expect(await addressesOf(ort)).toEqual(moved);
  });
});
