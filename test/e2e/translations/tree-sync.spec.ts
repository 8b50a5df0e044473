import type { JsonObject, Page, Project } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';
import { atlas, openAtlas } from './atlas.js';

const synced: Project = { ...atlas, pages: { translations: { syncTrees: true } } };
const world = useWorld({ project: synced });

interface Stand {
  id: number;
  parentId: number;
  aliasOf: number | null;
  live: boolean;
  title: string;
}

describe('trees of several languages that are kept alike', () => {
  let admin: WorldClient;
  let home: Page;
  let region: Page;

  const place = async (title: string, parent: { id: number }, publish = true): Promise<Page> => {
    const fields = { title, motto: 'Onwards' };
    const answer = await admin.post('/pages', { parentId: parent.id, type: 'atlas.Place', fields, publish });
    expect(answer.status).toBe(201);
    return world().page(answer.body.id);
  };
  /** What stands for a page in another language. */
  const inLanguage = async (page: { id: number }, code: string): Promise<Stand | undefined> =>
    (
      await world().sql<Stand>(
        `SELECT t.id, t.parent_id AS "parentId", t.alias_of_id AS "aliasOf", t.live, t.title
           FROM page p JOIN page t ON t.translation_key = p.translation_key JOIN locale l ON l.id = t.locale_id
          WHERE p.id = $1 AND l.code = $2`,
        [page.id, code],
      )
    )[0];
  const translate = async (page: { id: number }, body: JsonObject) =>
    expect((await admin.post(`/pages/${page.id}/translate`, body as never)).status).toBe(201);
  const titlesBelow = async (id: number): Promise<string[]> =>
    (await admin.get(`/pages?parent=${id}&order=tree`)).body.items.map(({ title }: { title: string }) => title);

  beforeAll(async () => {
    home = await openAtlas(world());
    admin = await world().admin();
    await translate(home, { locales: ['de'] });
    region = await place('Highlands', home);
  });
  afterEach(async () => {
    expect(await world().treeFaults()).toEqual([]);
  });

  it('show a page made in the leading language as a mirror wherever the page above is there', async () => {
    const german = (await inLanguage(home, 'de'))!;
    expect(await inLanguage(region, 'de')).toMatchObject({ parentId: german.id, aliasOf: region.id, live: true });
    expect(await inLanguage(region, 'fr')).toBeUndefined();
    const draft = await place('Ford', region, false);
    expect(await inLanguage(draft, 'de')).toMatchObject({ aliasOf: draft.id, live: false });
    await world().publish(draft);
    expect(await inLanguage(draft, 'de')).toMatchObject({ live: true, title: 'Ford' });
    const history = (await admin.get(`/pages/${draft.id}/history`)).body.items;
    expect(history.map(({ action }: { action: string }) => action)).toContain('page.translate');
  });

  it('leave alone what is made in another language, and what is no part of any tree yet', async () => {
    const own = await place('Nur deutsch', (await inLanguage(home, 'de'))!);
    expect(await inLanguage(own, 'en')).toBeUndefined();
    const [other] = await world().sql<{ id: number }>(
      `SELECT id FROM page WHERE parent_id = 1 AND locale_id = (SELECT id FROM locale WHERE is_default) AND id <> $1 LIMIT 1`,
      [home.id],
    );
    expect(await inLanguage({ id: other!.id }, 'de')).toBeUndefined();
  });

  it('have copies mirrored too, with all below them', async () => {
    const answer = await admin.post(`/pages/${region.id}/copy`, {
      parentId: home.id,
      recursive: true,
      title: 'Lowlands',
    });
    expect(answer.status).toBe(201);
    const german = await inLanguage({ id: answer.body.id }, 'de');
    expect(german).toMatchObject({ aliasOf: answer.body.id });
    expect(await titlesBelow(german!.id)).toEqual(await titlesBelow(answer.body.id));
  });

  it('move what stands for a page along with it, mirrors and translations, into the same order', async () => {
    const [east, west] = [await place('East', home), await place('West', home)];
    const [first, second] = [await place('Weir', east), await place('Quay', east)];
    await translate(second, { locales: ['de'] });
    const german = async (page: Page): Promise<Stand> => (await inLanguage(page, 'de'))!;
    for (const page of [first, second]) {
      const answer = await admin.post(`/pages/${page.id}/move`, { parentId: west.id, before: null });
      expect(answer.status).toBe(200);
      expect((await german(page)).parentId).toBe((await german(west)).id);
    }
    await admin.post(`/pages/${second.id}/move`, { parentId: west.id, before: first.id });
    expect(await titlesBelow((await german(west)).id)).toEqual(['Quay', 'Weir']);
    const { body } = await admin.get(`/pages/${(await german(first)).id}`);
    expect(body.url).toBe('http://atlas.example/de/west/weir/');
  });

  it('leave a translation where it is when whoever moves its source may not move it', async () => {
    const [from, to] = [await place('Moor', home), await place('Fen', home)];
    const page = await place('Reed', from);
    await translate(page, { locales: ['de'] });
    const before = (await inLanguage(page, 'de'))!;
    const person = await world().person(
      (['page.add', 'page.edit', 'page.publish'] as const).map((permission) => ({
        permission,
        scope: { kind: 'page', id: home.id },
      })),
    );
    expect((await person.post(`/pages/${page.id}/move`, { parentId: to.id, before: null })).status).toBe(200);
    expect((await inLanguage(page, 'de'))!.parentId).toBe(before.parentId);
  });
});
