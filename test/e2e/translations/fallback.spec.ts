import { type JsonObject, type Page } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';
import { atlas, openAtlas } from './atlas.js';

const world = useWorld({ project: atlas });

describe('the content API in several languages', () => {
  let admin: WorldClient;
  let home: Page;
  let region: Page;
  let town: Page;
  let hamlet: Page;
  let stadt: number;
  let land: number;

  const read = (path: string) =>
    world().client().send('GET', `/api/v2/pages/${path}`, undefined, { host: 'atlas.example' });
  const listed = async (query: string): Promise<string[]> =>
    (await read(`?type=atlas.Place&${query}`)).body.items.map(
      ({ title, meta }: { title: string; meta: { locale: string } }) => `${title} (${meta.locale})`,
    );
  const place = (title: string, parent: Page, fields: JsonObject = {}) =>
    world().createPage({ type: 'atlas.Place', parent, title, fields: { motto: 'Onwards', ...fields }, publish: true });
  const translate = async (page: Page, title: string, locale = 'de', publish = true): Promise<number> => {
    const { body } = await admin.post(`/pages/${page.id}/translate`, { locales: [locale] });
    await world().edit({ id: body.items[0].id }, { title }, publish);
    return body.items[0].id;
  };

  beforeAll(async () => {
    admin = await world().admin();
    home = await openAtlas(world());
    await translate(home, 'Karten');
    region = await place('Region', home);
    land = await translate(region, 'Gegend');
    town = await place('Town', region);
    stadt = await translate(town, 'Stadt');
    hamlet = await place('Hamlet', region);
    const farm = await place('Farm', region);
    await translate(farm, 'Hof', 'de', false);
  });

  it('serves each page once, in the first of the languages it is public in, and says which', async () => {
    expect(await listed('locale=de,en')).toEqual(['Hamlet (en)', 'Farm (en)', 'Gegend (de)', 'Stadt (de)']);
    expect(await listed('locale=en,de')).toEqual(['Region (en)', 'Town (en)', 'Hamlet (en)', 'Farm (en)']);
    const { body } = await read('?type=atlas.Place&locale=de,en&limit=1&order=title');
    expect([body.meta.total_count, body.items[0].title]).toEqual([4, 'Farm']);
  });

  it('follows what readers get instead of a language, where that is asked for', async () => {
    expect(await listed('locale=de&fallback=true')).toEqual(await listed('locale=de,en'));
    expect(await listed('locale=fr&fallback=true')).toEqual(await listed('locale=en'));
  });

  it('is Wagtail’s in every other request', async () => {
    expect(await listed('locale=de')).toEqual(['Gegend (de)', 'Stadt (de)']);
    expect((await listed('')).length).toBe(6);
    expect((await read('?locale=xx')).status).toBe(404);
    expect((await read('?locale=de,xx')).status).toBe(404);
    expect((await read('?locale=de&fallback=yes')).status).toBe(400);
  });

  it('understands a page that a filter names in all its languages', async () => {
    for (const parent of [region.id, land]) {
      expect(await listed(`locale=de,en&child_of=${parent}`)).toEqual(['Hamlet (en)', 'Farm (en)', 'Stadt (de)']);
      expect(await listed(`locale=de,en&descendant_of=${parent}`)).toHaveLength(3);
    }
    expect(await listed(`locale=de,en&ancestor_of=${town.id}`)).toEqual(['Gegend (de)']);
    expect(await listed(`locale=de,en&translation_of=${hamlet.id}`)).toEqual(['Hamlet (en)']);
    expect(await listed(`locale=de,en&translation_of=${town.id}`)).toEqual(['Stadt (de)']);
  });

  it('shows one page in the best language there is of it', async () => {
    expect((await read(`${town.id}/?locale=de,en`)).body).toMatchObject({ id: stadt, meta: { locale: 'de' } });
    expect((await read(`${hamlet.id}/?locale=de,en`)).body).toMatchObject({ id: hamlet.id, meta: { locale: 'en' } });
    expect((await read(`${stadt}/?locale=fr&fallback=true`)).body).toMatchObject({ id: town.id });
    expect((await read(`${town.id}/?locale=fr`)).status).toBe(404);
    expect((await read(`${town.id}/`)).body.id).toBe(town.id);
  });

  it('shows nothing in place of a page that readers may not see', async () => {
    await world().sql(`INSERT INTO view_restriction (kind, target_id, restriction) VALUES ('page', $1, 'login')`, [
      stadt,
    ]);
    expect((await read(`${stadt}/?locale=de,en`)).status).toBe(404);
    expect((await read(`${town.id}/?locale=de,en`)).body.id).toBe(town.id);
    expect(await listed(`locale=de,en&translation_of=${town.id}`)).toEqual(['Town (en)']);
    await world().sql(`DELETE FROM view_restriction WHERE target_id = $1`, [stadt]);
  });

  it('publishes each language by itself', async () => {
    await admin.post(`/pages/${town.id}/unpublish`);
    expect(await listed('locale=de,en&child_of=root')).toEqual(['Gegend (de)']);
    expect((await read(`${stadt}/`)).status).toBe(200);
    expect((await read(`${town.id}/`)).status).toBe(404);
  });
});
