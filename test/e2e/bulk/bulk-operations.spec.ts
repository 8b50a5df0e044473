import { JobWorker, RunBulk, type Grant, type Page } from '@pipit/cms';
import { setTimeout as pause } from 'node:timers/promises';
import { bulkDone } from '../../support/world/bulk.js';
import type { Answer, WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

const on = (page: Pick<Page, 'id'>, ...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'page', id: page.id } }));
const ids = (...pages: Pick<Page, 'id'>[]): string[] => pages.map(({ id }) => String(id));

describe('operations on many pages', () => {
  const world = useWorld();
  let admin: WorldClient;
  let bed: Page;

  beforeAll(async () => {
    admin = await world().admin();
  });
  beforeEach(async () => {
    bed = await world().createPage({ type: 'garden.Bed', publish: true });
  });

  const plants = async (count: number, parent: Page = bed): Promise<Page[]> => {
    const made: Page[] = [];
    for (let i = 0; i < count; i += 1) made.push(await world().createPage({ parent, fields: { latin: `L ${i}` } }));
    return made;
  };
  const start = async (client: WorldClient, body: object): Promise<Answer> => client.post('/bulk-operations', body);
  const work = (id: string): Promise<void> => world().get(RunBulk).run({ operationId: id });
  const done = (client: WorldClient, wish: object) => bulkDone(world(), client, wish);
  const isLive = async (page: Pick<Page, 'id'>): Promise<boolean> => (await world().page(page.id)).live;

  it('answers at once what is asked for, and how far it is while it is done', async () => {
    const [a, b] = await plants(2);
    const { status, body } = await start(admin, { kind: 'page.publish', ids: ids(a!, b!) });
    expect(status).toBe(202);
    expect(body).toMatchObject({ kind: 'page.publish', label: 'Publish pages', state: 'waiting', total: 2, done: 0 });
    expect(await isLive(a!)).toBe(false);
    await work(body.id);
    const after = await admin.get(`/bulk-operations/${body.id}`);
    expect(after.body).toMatchObject({
      state: 'finished',
      total: 2,
      done: 2,
      refused: 0,
      finishedAt: expect.any(String),
    });
    expect([await isLive(a!), await isLive(b!)]).toEqual([true, true]);
  });

  it('is begun by a worker when it is committed', async () => {
    const [page] = await plants(1);
    void world().get(JobWorker).start();
    const { body } = await start(admin, { kind: 'page.publish', ids: ids(page!) });
    for (let tries = 0; tries < 100 && !(await isLive(page!)); tries += 1) await pause(100);
    expect(await isLive(page!)).toBe(true);
    await world().get(JobWorker).onApplicationShutdown();
    expect((await admin.get(`/bulk-operations/${body.id}`)).body.state).toBe('finished');
  });

  it('says of each thing how it fared; one that is refused keeps no other', async () => {
    const [good, bad] = await plants(2);
    const empty = await world().createPage({ parent: bed, title: 'Without its Latin name' });
    const result = await done(admin, { kind: 'page.publish', ids: ids(good!, empty, bad!) });
    expect(result).toMatchObject({ state: 'finished', done: 2, refused: 1 });
    const refused = await admin.get(`/bulk-operations/${result.id}/items?state=refused`);
    expect(refused.body).toMatchObject({
      total: 1,
      items: [{ id: String(empty.id), title: 'Without its Latin name', state: 'refused', problem: { status: 422 } }],
    });
    expect(refused.body.items[0].problem.errors[0].path).toBe('/fields/latin');
    expect(await isLive(bad!)).toBe(true);
  });

  it('leaves entries in the audit log which share the operation’s id, and one that says who asked', async () => {
    const made = await plants(3);
    const { id } = await done(admin, { kind: 'page.publish', ids: ids(...made) });
    const { body } = await admin.get(`/audit?request=${id}`);
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).toMatchObject({ action: 'page.publish', actor: { id: admin.userId } });
    const grouped = await admin.get(`/audit?request=${id}&grouped=true`);
    expect(grouped.body.items).toMatchObject([{ more: 2 }]);
    const asked = await admin.get('/audit?actions=bulk.start&grouped=true');
    expect(asked.body.items[0]).toMatchObject({ subject: { id, title: 'Publish pages: 3' }, data: { total: 3 } });
  });

  describe('which pages', () => {
    it('may be all that match a list’s filters', async () => {
      const made = await plants(3);
      await world().publish(made[0]!);
      const result = await done(admin, { kind: 'page.publish', query: { parent: String(bed.id), state: 'draft' } });
      expect(result.items.map((item: { id: string }) => item.id)).toEqual(ids(made[1]!, made[2]!));
    });

    it('may include all below them, from the top down', async () => {
      const inner = await world().createPage({ type: 'garden.Bed', parent: bed });
      const [plant] = await plants(1, inner);
      const result = await done(admin, { kind: 'page.publish', ids: ids(inner), arguments: { descendants: true } });
      expect(result.items.map((item: { id: string }) => item.id)).toEqual(ids(inner, plant!));
      const off = await done(admin, { kind: 'page.unpublish', ids: ids(inner), arguments: { descendants: true } });
      expect(off).toMatchObject({ done: 2 });
      expect([await isLive(inner), await isLive(plant!)]).toEqual([false, false]);
    });

    it('go along with those above them where a whole subtree moves or goes', async () => {
      const inner = await world().createPage({ type: 'garden.Bed', parent: bed });
      const [plant] = await plants(1, inner);
      const elsewhere = await world().createPage({ type: 'garden.Bed' });
      const body = { kind: 'page.move', ids: ids(plant!, inner), arguments: { parentId: elsewhere.id } };
      const moved = await done(admin, body);
      expect(moved).toMatchObject({ total: 1, done: 1, refused: 0 });
      expect((await world().page(plant!.id)).parentId).toBe(inner.id);
      const gone = await done(admin, { kind: 'page.delete', ids: ids(inner, plant!) });
      expect(gone).toMatchObject({ total: 1, done: 1 });
      expect(await world().treeFaults()).toEqual([]);
    });
  });

  it.each([
    ['an unknown operation', { kind: 'page.explode', ids: ['1'] }, 400, '/kind'],
    ['neither ids nor a query', { kind: 'page.publish' }, 400, '/ids'],
    ['both', { kind: 'page.publish', ids: ['1'], query: {} }, 400, '/ids'],
    ['ids that are none', { kind: 'page.publish', ids: ['one'] }, 400, '/ids'],
    ['an unknown filter', { kind: 'page.publish', query: { colour: 'red' } }, 400, '/query/colour'],
    ['an odd filter', { kind: 'page.publish', query: { state: 'ripe' } }, 400, '/query/state'],
    ['an unknown argument', { kind: 'page.lock', query: {}, arguments: { hard: true } }, 422, '/arguments/hard'],
    ['a missing argument', { kind: 'page.move', query: {} }, 422, '/arguments/parentId'],
    ['nothing that matches', { kind: 'page.publish', ids: ['999999'] }, 422, '/ids'],
  ])('refuse %s', async (_what, body, status, path) => {
    const answer = await start(admin, body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0].path).toBe(path);
  });

  describe('permissions', () => {
    it('are those of each page, and nobody reaches what they may not see', async () => {
      const other = await world().createPage({ type: 'garden.Bed' });
      const [mine] = await plants(1);
      const [theirs] = await plants(1, other);
      const editor = await world().person(on(bed, 'page.edit', 'page.publish'));
      const result = await done(editor, { kind: 'page.publish', ids: ids(mine!, theirs!) });
      expect(result.items.map((item: { id: string }) => item.id)).toEqual(ids(mine!));
      const refused = await done(editor, { kind: 'page.delete', ids: ids(mine!) });
      expect(refused.items).toMatchObject([{ state: 'refused', problem: { status: 403 } }]);
      expect(await isLive(theirs!)).toBe(false);
    });

    it('are asked for when each thing is done: rights that went meanwhile no longer help', async () => {
      const [page] = await plants(1);
      const editor = await world().person(on(bed, 'page.edit', 'page.publish'));
      const { body } = await start(editor, { kind: 'page.publish', ids: ids(page!) });
      await world().sql('DELETE FROM user_group_member WHERE user_id = $1', [editor.userId]);
      await work(body.id);
      expect((await admin.get(`/bulk-operations/${body.id}`)).body).toMatchObject({ done: 0, refused: 1 });

      const second = await world().person(on(bed, 'page.edit', 'page.publish'));
      const { body: late } = await start(second, { kind: 'page.publish', ids: ids(page!) });
      await world().sql('UPDATE user_account SET is_active = false WHERE id = $1', [second.userId]);
      await work(late.id);
      expect((await admin.get(`/bulk-operations/${late.id}`)).body).toMatchObject({ done: 0, refused: 1 });
      expect(await isLive(page!)).toBe(false);
    });

    it('let others neither see nor stop an operation', async () => {
      const [page] = await plants(1);
      const { body } = await start(admin, { kind: 'page.publish', ids: ids(page!) });
      const editor = await world().person(on(bed, 'page.edit'));
      const answers = [
        await editor.get(`/bulk-operations/${body.id}`),
        await editor.get(`/bulk-operations/${body.id}/items`),
        await editor.post(`/bulk-operations/${body.id}/cancel`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect((await editor.get('/bulk-operations')).body.total).toBe(0);
      expect((await world().client().get('/bulk-operations')).status).toBe(401);
    });
  });

  it('stop when they are cancelled; what is done stays done', async () => {
    const made = await plants(3);
    const { body } = await start(admin, { kind: 'page.publish', ids: ids(...made) });
    const { body: cancelled } = await admin.post(`/bulk-operations/${body.id}/cancel`);
    expect(cancelled).toMatchObject({ state: 'cancelled', done: 0 });
    await work(body.id);
    expect((await admin.get(`/bulk-operations/${body.id}`)).body).toMatchObject({ state: 'cancelled', done: 0 });
    expect(await isLive(made[0]!)).toBe(false);
  });

  it('do each thing once, however many workers are at it', async () => {
    const made = await plants(8);
    const { body } = await start(admin, { kind: 'page.publish', ids: ids(...made) });
    await Promise.all([work(body.id), work(body.id), work(body.id), work(body.id)]);
    await work(body.id);
    expect((await admin.get(`/bulk-operations/${body.id}`)).body).toMatchObject({ state: 'finished', done: 8 });
    const { body: log } = await admin.get(`/audit?request=${body.id}&limit=200`);
    expect(log.items).toHaveLength(8);
  });

  it('go on when the worker that was at it is gone', async () => {
    const made = await plants(2);
    const { body } = await start(admin, { kind: 'page.publish', ids: ids(...made) });
    const waiting = (): Promise<{ n: number }[]> =>
      world().sql(`SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE payload->>'operationId' = $1`, [
        body.id,
      ]);
    await world().sql(`DELETE FROM graphile_worker._private_jobs WHERE payload->>'operationId' = $1`, [body.id]);
    await world().get(RunBulk).sweep();
    expect(await waiting()).toEqual([{ n: 0 }]);
    await world().sql(`UPDATE bulk_operation SET worked_at = now() - interval '2 minutes' WHERE id = $1`, [body.id]);
    await world().get(RunBulk).sweep();
    expect(await waiting()).toEqual([{ n: 1 }]);
  });

  it('are forgotten after 30 days', async () => {
    const [page] = await plants(1);
    const { id } = await done(admin, { kind: 'page.publish', ids: ids(page!) });
    await world().sql(`UPDATE bulk_operation SET created_at = now() - interval '31 days' WHERE id = $1`, [id]);
    await world().get(RunBulk).sweep();
    expect((await admin.get(`/bulk-operations/${id}`)).status).toBe(404);
  });
});
