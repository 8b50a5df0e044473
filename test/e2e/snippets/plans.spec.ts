import { ScheduleRunner, type Grant } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';
import { noticeBoard } from './notice-board.js';

const forNotices = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'type', name: 'garden.Notice' } }));

describe('a snippet with drafts', () => {
  const world = useWorld({ project: noticeBoard });
  const url = '/records/garden.Notice';
  const [later, evenLater] = [2090, 2091].map((year) => ({ at: `${year}-01-01T09:00`, zone: 'Europe/Berlin' }));
  const add = async (publish = false) => {
    const answer = await (await world().admin()).post(url, { fields: { title: 'Closed', wording: 'Snow' }, publish });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const timeComes = async (): Promise<number> => {
    await world().sql(`UPDATE schedule SET at = at - interval '80 years' WHERE failed_at IS NULL`);
    return world().get(ScheduleRunner).all();
  };

  it('goes live at its time as it was approved, while the draft moves on, and offline again', async () => {
    const admin = await world().admin();
    const made = await add();
    const planned = await admin.post(`${url}/${made.id}/schedule`, { goLive: later, baseVersion: made.version });
    expect(planned.body).toMatchObject({
      state: 'draft',
      schedule: { goLive: { at: '2090-01-01T08:00:00.000Z', zone: 'Europe/Berlin', failedAt: null }, expire: null },
    });
    await admin.patch(`${url}/${made.id}`, { baseVersion: made.version, fields: { title: 'Still closed' } });
    expect(await timeComes()).toBe(1);
    const live = (await admin.get(`${url}/${made.id}`)).body;
    expect(live).toMatchObject({
      state: 'live+draft',
      fields: { title: 'Still closed' },
      live: { title: 'Closed' },
      schedule: null,
    });
    await admin.post(`${url}/${made.id}/schedule`, { expire: evenLater });
    expect(await timeComes()).toBe(1);
    expect((await admin.get(`${url}/${made.id}`)).body).toMatchObject({ state: 'draft', live: null, schedule: null });
    const { items } = (await admin.get(`${url}/${made.id}/history`)).body;
    expect(items[0]).toMatchObject({
      action: 'snippet.unpublish',
      actor: null,
      data: { scheduled: true, expired: true, onBehalfOf: { id: admin.userId } },
    });
  });

  it('is planned, planned anew and called off by whoever may publish it', async () => {
    const admin = await world().admin();
    const made = await add();
    const editor = await world().person(forNotices('snippet.edit'));
    expect((await editor.post(`${url}/${made.id}/schedule`, { goLive: later })).status).toBe(403);
    const wrong = { goLive: evenLater, expire: later };
    expect((await admin.post(`${url}/${made.id}/schedule`, wrong)).body.errors[0].path).toBe('/expire/at');
    await admin.post(`${url}/${made.id}/schedule`, { goLive: later, expire: evenLater });
    expect((await admin.delete(`${url}/${made.id}/schedule?kind=expire`)).body.schedule.expire).toBeNull();
    await admin.post(`${url}/${made.id}/publish`);
    expect((await admin.get(`${url}/${made.id}`)).body).toMatchObject({ state: 'live', schedule: null });
    expect((await admin.delete(`${url}/${made.id}/schedule`)).status).toBe(422);
    expect((await admin.post('/records/garden.Grower/1/schedule', { goLive: later })).status).toBe(404);
  });

  it('locked by somebody, is refused to others until it is unlocked', async () => {
    const keeper = await world().person(
      forNotices('snippet.edit', 'snippet.delete', 'snippet.publish', 'snippet.lock'),
    );
    const other = await world().person(forNotices('snippet.edit', 'snippet.delete', 'snippet.publish'));
    const made = await add();
    expect((await other.post(`${url}/${made.id}/lock`)).status).toBe(403);
    const locked = await keeper.post(`${url}/${made.id}/lock`);
    expect(locked.body.lock).toEqual({
      by: { id: keeper.userId, name: keeper.name },
      at: expect.any(String),
      holds: false,
    });
    const edit = { baseVersion: made.version, fields: { title: 'Open' } };
    const refused = [
      await other.patch(`${url}/${made.id}`, edit),
      await other.post(`${url}/${made.id}/publish`),
      await other.post(`${url}/${made.id}/schedule`, { goLive: later }),
      await other.delete(`${url}/${made.id}`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([423, 423, 423, 423]);
    const [theirs, own] = [await other.get(`${url}/${made.id}`), await keeper.get(`${url}/${made.id}`)];
    expect(theirs.body).toMatchObject({
      lock: { holds: true },
      can: { edit: false, delete: false, publish: false, schedule: false, lock: false, unlock: false },
    });
    expect(own.body.can).toEqual({
      edit: true,
      delete: true,
      publish: true,
      schedule: true,
      lock: false,
      unlock: true,
    });
    expect((await keeper.patch(`${url}/${made.id}`, edit)).status).toBe(200);
    expect((await other.delete(`${url}/${made.id}/lock`)).status).toBe(403);
    expect((await keeper.delete(`${url}/${made.id}/lock`)).body.lock).toBeNull();
    expect((await other.delete(`${url}/${made.id}`)).status).toBe(204);
  });
});
