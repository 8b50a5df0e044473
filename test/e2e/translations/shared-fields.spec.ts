import { DeletePage, RestorePage, UnpublishPage, newUuid, type JsonObject, type Page } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';
import { atlas, openAtlas } from './atlas.js';

const world = useWorld({ project: atlas });

describe('fields that translations share', () => {
  let admin: WorldClient;
  let home: Page;
  let town: Page;
  let stadt: number;

  const detail = async (id: number) => (await admin.get(`/pages/${id}`)).body;
  const save = async (id: number, fields: JsonObject, publish = false) =>
    admin.patch(`/pages/${id}`, { baseRevisionId: (await detail(id)).revisionId, fields, publish } as never);
  const draftOf = async (id: number, field = 'people') => (await detail(id)).fields[field];
  const liveOf = async (id: number, column = 'people') =>
    (await world().sql(`SELECT ${column} AS value FROM atlas_place WHERE page_id = $1`, [id]))[0]!['value'];
  /** A place that is live in English, with a German draft. */
  const pair = async (title: string, fields: JsonObject = {}): Promise<[Page, number]> => {
    const wish = { title, fields: { motto: 'Onwards', people: 100, ...fields }, publish: true };
    const page = await world().createPage({ type: 'atlas.Place', parent: home, ...wish });
    const { body } = await admin.post(`/pages/${page.id}/translate`, { locales: ['de'] });
    return [page, body.items[0].id];
  };

  beforeAll(async () => {
    admin = await world().admin();
    home = await openAtlas(world());
    [town, stadt] = await pair('Ford', { censuses: [{ id: newUuid(), year: 1990, count: 12 }] });
  });

  it('are edited in the oldest translation; the others are told where', async () => {
    expect((await detail(town.id)).shared).toBeNull();
    expect((await detail(stadt)).shared).toMatchObject({
      fields: ['people', 'river', 'capital', 'sights', 'censuses'],
      source: { id: town.id, locale: 'en', title: 'Ford' },
    });
  });

  it('are refused elsewhere, and nothing of the edit is kept', async () => {
    const { status, body } = await save(stadt, { motto: 'Vorwärts', people: 7 });
    expect([status, body.code, body.errors, body.source]).toEqual([
      422,
      'read_only_shared',
      [{ path: '/fields/people', code: 'read_only_shared', message: expect.any(String) }],
      { id: town.id },
    ]);
    expect(await draftOf(stadt, 'motto')).toBe('Onwards');
  });

  it('that were sent back unchanged do not stop an edit', async () => {
    const { people, censuses } = (await detail(stadt)).fields;
    expect((await save(stadt, { motto: 'Vorwärts', people, censuses })).status).toBe(200);
  });

  it('follow a draft of the source into drafts alone, and its publication into what is live', async () => {
    await save(stadt, { motto: 'Vorwärts' }, true);
    await save(town.id, { people: 200, motto: 'Upwards' });
    expect([await draftOf(stadt), await liveOf(town.id), await liveOf(stadt)]).toEqual([200, 100, 100]);
    expect((await detail(stadt)).state).toBe('live-changed');
    await world().publish(town);
    expect([await liveOf(town.id), await liveOf(stadt)]).toEqual([200, 200]);
    expect((await detail(stadt)).state).toBe('live');
    expect([await draftOf(stadt, 'motto'), await liveOf(stadt, 'motto')]).toEqual(['Vorwärts', 'Vorwärts']);
  });

  it('do not make a translation’s own changes public when the source is published', async () => {
    await save(stadt, { motto: 'Noch ein Entwurf' });
    await save(town.id, { people: 300 }, true);
    expect([await liveOf(stadt), await liveOf(stadt, 'motto')]).toEqual([300, 'Vorwärts']);
    expect(await detail(stadt)).toMatchObject({
      state: 'live-changed',
      fields: { people: 300, motto: 'Noch ein Entwurf' },
      liveFields: { people: 300, motto: 'Vorwärts' },
    });
  });

  it('are not made public by publishing a translation while the source’s are a draft', async () => {
    await save(town.id, { people: 400 });
    await save(stadt, { motto: 'Allein' }, true);
    expect([await liveOf(stadt), await liveOf(stadt, 'motto'), await liveOf(town.id)]).toEqual([300, 'Allein', 300]);
    expect(await detail(stadt)).toMatchObject({ state: 'live-changed', fields: { people: 400 } });
    await world().publish(town);
    expect([await liveOf(stadt), (await detail(stadt)).state]).toEqual([400, 'live']);
  });

  it('keep translations offline that are not live, and stay when the source is taken offline', async () => {
    const [lake, see] = await pair('Lake');
    await save(lake.id, { people: 5 }, true);
    expect(await detail(see)).toMatchObject({ state: 'draft', fields: { people: 5 } });
    await world().publish({ id: see });
    await world().get(UnpublishPage).run(world().system, { pageId: lake.id });
    expect([(await detail(see)).state, await liveOf(see)]).toEqual(['live', 5]);
  });

  it('that are rows have ids of their own on each page, which stay when they do', async () => {
    const rows = await draftOf(stadt, 'censuses');
    const [first] = (await draftOf(town.id, 'censuses')) as { id: string }[];
    expect(rows).toEqual([{ id: expect.not.stringMatching(first!.id), year: 1990, count: 12 }]);
    const more = { id: newUuid(), year: 2000, count: 15 };
    await save(town.id, { censuses: [first, more] as never }, true);
    const now = await draftOf(stadt, 'censuses');
    expect(now).toEqual([rows[0], { ...more, id: expect.any(String) }]);
    expect(await world().sql(`SELECT year FROM atlas_census WHERE owner_id = $1 ORDER BY year`, [stadt])).toEqual([
      { year: 1990 },
      { year: 2000 },
    ]);
  });

  it('point at the same things, and the index of references knows', async () => {
    await save(town.id, { capital: home.id }, true);
    expect(await draftOf(stadt, 'capital')).toBe(home.id);
    const found = await world().sql(
      `SELECT source_id AS id FROM reference WHERE target_type = 'page' AND target_id = $1 AND source_id = ANY($2)
        GROUP BY source_id ORDER BY source_id`,
      [home.id, [town.id, stadt]],
    );
    expect(found).toEqual([{ id: town.id }, { id: stadt }]);
  });

  it('are owned by the next translation while the source is in the trash, which comes back with what they are by then', async () => {
    const [moor, heide] = await pair('Moor');
    await world().get(DeletePage).run(world().system, { pageId: moor.id });
    expect((await detail(heide)).shared).toBeNull();
    expect((await save(heide, { people: 9 })).status).toBe(200);
    await world().get(RestorePage).run(world().system, { pageId: moor.id });
    expect([await draftOf(moor.id), await draftOf(heide)]).toEqual([9, 9]);
    expect((await detail(heide)).shared).toMatchObject({ source: { id: moor.id } });
  });

  it('are equal when both pages are saved at once, again and again', async () => {
    const [pass, joch] = await pair('Pass');
    for (let round = 1; round <= 4; round += 1) {
      const answers = await Promise.all([
        save(pass.id, { people: round }, round % 2 === 0),
        save(joch, { motto: `Joch ${round}` }, round % 3 === 0),
      ]);
      expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
      expect(await draftOf(joch)).toBe(await draftOf(pass.id));
    }
  });

  it('are told of in the history of the translation', async () => {
    const { body } = await admin.get(`/pages/${stadt}/history?limit=200`);
    expect(body.items.find(({ action }: { action: string }) => action === 'page.share').data).toMatchObject({
      from: { id: town.id, title: 'Ford' },
      fields: ['capital'],
    });
  });
});
