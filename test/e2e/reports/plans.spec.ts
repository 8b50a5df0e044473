import { ScheduleRunner, type Grant, type Page } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';
import { noticeBoard } from '../snippets/notice-board.js';

describe('reports of what is planned and locked', () => {
  const world = useWorld({ project: noticeBoard });
  const on = (page: Pick<Page, 'id'>, ...permissions: string[]): Grant[] =>
    permissions.map((permission) => ({ permission, scope: { kind: 'page', id: page.id } }));
  const at = (year: number) => ({ at: `${year}-01-01T00:00`, zone: 'UTC' });

  it('tell each person of what they may read: failures first, then what comes next', async () => {
    const admin = await world().admin();
    const [bed, other] = [
      await world().createPage({ type: 'garden.Bed' }),
      await world().createPage({ type: 'garden.Bed' }),
    ];
    const plant = (parent: Page, title: string) => world().createPage({ parent, title, fields: { latin: 'L' } });
    const [sage, mint, dill] = [await plant(bed, 'Sage'), await plant(bed, 'Mint'), await plant(other, 'Dill')];
    const moderator = await world().person(on(bed, 'page.edit', 'page.publish'));
    const plan = (client: typeof admin, { id, latestRevisionId }: Page, goLive: object) =>
      client.post(`/pages/${id}/schedule`, { baseRevisionId: latestRevisionId, goLive });
    await plan(moderator, sage, at(2090));
    await plan(admin, mint, at(2080));
    await plan(admin, dill, at(2085));
    const notice = (await admin.post('/records/garden.Notice', { fields: { title: 'Closed', wording: 'Snow' } })).body;
    await admin.post(`/records/garden.Notice/${notice.id}/schedule`, { goLive: at(2070) });
    const titles = async (client: typeof admin, query = '') =>
      (await client.get(`/reports/scheduled${query}`)).body.items.map(({ title }: { title: string }) => title);
    expect(await titles(admin)).toEqual(['Closed', 'Mint', 'Dill', 'Sage']);
    expect(await titles(moderator)).toEqual(['Mint', 'Sage']);
    expect(await titles(moderator, '?mine=true')).toEqual(['Sage']);
    expect(await titles(await world().person([]))).toEqual([]);
    expect((await moderator.get('/reports/scheduled?mine=perhaps')).status).toBe(400);

    await world().createPage({ parent: bed, title: 'Sage', fields: { latin: 'S', slug: 'taken' }, publish: true });
    await world().sql(`UPDATE revision SET snapshot = jsonb_set(snapshot, '{base,slug}', '"taken"') WHERE id = $1`, [sage.latestRevisionId]); // prettier-ignore
    await world().sql(`UPDATE schedule SET at = date_trunc('second', now()) WHERE subject_id = $1`, [sage.id]);
    await world().get(ScheduleRunner).all();
    const { items, total } = (await moderator.get('/reports/scheduled')).body;
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      subjectType: 'page',
      subjectId: sage.id,
      typeLabel: 'Plant',
      kind: 'goLive',
      by: { id: moderator.userId },
      failedAt: expect.any(String),
      problem: { code: 'invalid', detail: expect.stringContaining('taken') },
    });
  });

  it('tell of locks, the latest first, and whose they are', async () => {
    const admin = await world().admin();
    const bed = await world().createPage({ type: 'garden.Bed', title: 'Locked bed' });
    const keeper = await world().person([
      ...on(bed, 'page.edit', 'page.lock'),
      { permission: 'snippet.edit', scope: { kind: 'type', name: 'garden.Notice' } },
    ]);
    const notice = (await admin.post('/records/garden.Notice', { fields: { title: 'Locked notice' } })).body;
    await keeper.post(`/pages/${bed.id}/lock`);
    await admin.post(`/records/garden.Notice/${notice.id}/lock`);
    const { items } = (await keeper.get('/reports/locked')).body;
    expect(items).toMatchObject([
      { subjectType: 'garden.Notice', title: 'Locked notice', by: { id: admin.userId } },
      { subjectType: 'page', subjectId: bed.id, title: 'Locked bed', by: { id: keeper.userId } },
    ]);
    expect((await keeper.get('/reports/locked?mine=true')).body.items).toHaveLength(1);
    expect((await (await world().person([])).get('/reports/locked')).body.total).toBe(0);
  });
});
