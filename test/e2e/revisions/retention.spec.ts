import { RevisionRetention, type Page } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

describe('the retention of revisions', () => {
  const world = useWorld();
  const retention = () => world().get(RevisionRetention);
  const idsOf = async ({ id }: Pick<Page, 'id'>): Promise<number[]> =>
    (
      await world().sql<{ id: number }>(
        `SELECT id FROM revision WHERE subject_type = 'page' AND subject_id = $1 ORDER BY id`,
        [id],
      )
    ).map((row) => row.id);
  const aged = async (ids: readonly number[], days: number): Promise<void> => {
    await world().sql(`UPDATE revision SET created_at = now() - $2 * interval '1 day' WHERE id = ANY($1)`, [ids, days]);
  };
  const withHistory = async (length: number): Promise<{ page: Page; ids: number[] }> => {
    const page = await world().createPage({ fields: { latin: '0' } });
    for (let at = 1; at < length; at += 1) await world().edit(page, { latin: String(at) });
    return { page, ids: await idsOf(page) };
  };

  it('removes what is older than so many days, never the newest, and counts before', async () => {
    const { page, ids } = await withHistory(5);
    await aged(ids, 40);
    await aged([ids[3]!], 10);
    expect(await retention().count({ keepDays: 30 })).toBe(3);
    expect(await idsOf(page)).toEqual(ids);
    expect(await retention().purge(world().system, { keepDays: 30 })).toBe(3);
    expect(await idsOf(page)).toEqual([ids[3], ids[4]]);
    expect(await retention().purge(world().system, { keepDays: 30 })).toBe(0);
  });

  it('keeps so many of the newest of each, however old they are', async () => {
    const [one, other] = [await withHistory(4), await withHistory(2)];
    await aged([...one.ids, ...other.ids], 90);
    await retention().purge(world().system, { keepDays: 30, keepCount: 2 });
    expect(await idsOf(one.page)).toEqual(one.ids.slice(2));
    expect(await idsOf(other.page)).toEqual(other.ids);
  });

  it('never removes what is live, named, scheduled, or what unsaved work began with', async () => {
    const admin = await world().admin();
    const { page, ids } = await withHistory(2);
    await world().publish(page);
    for (let at = 0; at < 5; at += 1) await world().edit(page, { latin: `after ${at}` });
    const all = await idsOf(page);
    const [first, live, named, scheduled, begun, , newest] = all;
    expect(live).toBe(ids[1]);
    await admin.patch(`/pages/${page.id}/revisions/${named}`, { name: 'Keep me' });
    await world().sql(`UPDATE revision SET approved_go_live_at = now() + interval '1 day' WHERE id = $1`, [scheduled]);
    await admin.send('PUT', `/pages/${page.id}/working-copy`, { baseRevisionId: begun, fields: { latin: 'x' } });
    await aged(all, 400);
    await retention().purge(world().system, { keepDays: 1 });
    expect(await idsOf(page)).toEqual([live, named, scheduled, begun, newest]);
    expect(first).not.toBe(live);
    expect(await world().page(page.id)).toMatchObject({ liveRevisionId: live, latestRevisionId: newest });
  });

  it('keeps everything where the project says nothing', async () => {
    const { page, ids } = await withHistory(3);
    await aged(ids, 4000);
    await retention().purgeByPolicy();
    expect(await idsOf(page)).toEqual(ids);
  });
});
