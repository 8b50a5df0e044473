import { setTimeout as sleep } from 'node:timers/promises';
import { DeletePage, JobsHealth, RestorePage, ScheduleRunner, type Grant, type Page } from '@pipit/cms';
import type { Answer, WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

const everywhere = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'everywhere' } }));

describe('a page that is to go live and offline at a time', () => {
  const world = useWorld();
  let moderator: WorldClient;
  let editor: WorldClient;

  beforeAll(async () => {
    moderator = await world().person(everywhere('page.add', 'page.edit', 'page.publish', 'page.delete'));
    editor = await world().person(everywhere('page.add', 'page.edit'));
  });

  const [later, evenLater] = [2090, 2091].map((year) => ({ at: `${year}-01-01T09:00`, zone: 'UTC' }));
  const plan = async (page: Pick<Page, 'id'>, body: object, client = moderator): Promise<Answer> =>
    client.post(`/pages/${page.id}/schedule`, {
      baseRevisionId: (await world().page(page.id)).latestRevisionId,
      ...body,
    });
  /** Everything that is planned is due now. */
  const timeComes = async (): Promise<number> => {
    await world().sql(`UPDATE schedule SET at = at - interval '80 years' WHERE failed_at IS NULL`);
    return world().get(ScheduleRunner).all();
  };
  afterEach(() => world().sql('DELETE FROM schedule'));
  const history = async (page: Pick<Page, 'id'>) => (await moderator.get(`/pages/${page.id}/history`)).body.items;
  const fields = { latin: 'Salvia', height: 1 };

  describe('by the clocks of a place', () => {
    it('keeps the moment and the zone it was meant in', async () => {
      const page = await world().createPage({ fields });
      const { status, body } = await plan(page, { goLive: { at: '2035-07-01T09:00', zone: 'Europe/Berlin' } });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        state: 'scheduled',
        live: false,
        schedule: {
          goLive: {
            at: '2035-07-01T07:00:00.000Z',
            zone: 'Europe/Berlin',
            revisionId: page.latestRevisionId,
            by: { id: moderator.userId, name: moderator.name },
            failedAt: null,
          },
          expire: null,
        },
      });
    });

    it.each([
      ['/goLive/at', 'skipped', { at: '2035-03-25T02:30', zone: 'Europe/Berlin' }],
      ['/goLive/at', 'twice', { at: '2035-10-28T02:30', zone: 'Europe/Berlin' }],
      ['/goLive/at', 'past', { at: '2020-01-01T09:00', zone: 'Europe/Berlin' }],
      ['/goLive/at', 'format', { at: 'tomorrow', zone: 'Europe/Berlin' }],
      ['/goLive/zone', 'zone', { at: '2035-01-01T09:00', zone: 'Berlin' }],
    ])('is refused at %s: %s', async (path, code, goLive) => {
      const page = await world().createPage({ fields });
      const { status, body } = await plan(page, { goLive });
      expect([status, body.errors[0].path, body.errors[0].code]).toEqual([422, path, code]);
      expect((await moderator.get(`/pages/${page.id}`)).body.schedule).toBeNull();
    });

    it('takes an offset for a time that clocks show twice, and offers both', async () => {
      const page = await world().createPage({ fields });
      const zone = 'Europe/Berlin';
      const { candidates } = (await plan(page, { goLive: { at: '2035-10-28T02:30', zone } })).body;
      expect(candidates).toEqual(['2035-10-28T02:30:00+02:00', '2035-10-28T02:30:00+01:00']);
      const { body } = await plan(page, { goLive: { at: candidates[1], zone } });
      expect(body.schedule.goLive).toMatchObject({ at: '2035-10-28T01:30:00.000Z', zone });
    });
  });

  describe('when it is planned', () => {
    it('does not go offline before it goes live', async () => {
      const page = await world().createPage({ fields });
      const at = (year: number) => ({ at: `${year}-01-01T00:00`, zone: 'UTC' });
      expect((await plan(page, { goLive: at(2036), expire: at(2035) })).body.errors[0]).toMatchObject({
        path: '/expire/at',
        code: 'order',
      });
      await plan(page, { goLive: at(2036) });
      expect((await plan(page, { expire: at(2035) })).status).toBe(422);
      expect((await plan(page, { expire: at(2037) })).status).toBe(200);
      expect((await plan(page, { goLive: at(2038) })).body.errors[0]).toMatchObject({ path: '/goLive/at' });
      expect((await plan(page, { goLive: null, expire: at(2035) })).body.schedule).toMatchObject({
        goLive: null,
        expire: { at: '2035-01-01T00:00:00.000Z' },
      });
    });

    it('has to be ready to go live now, and newer than what is live', async () => {
      const goLive = later;
      const unready = await world().createPage();
      expect((await plan(unready, { goLive })).body.errors[0].path).toBe('/fields/latin');
      const live = await world().createPage({ fields, publish: true });
      expect((await plan(live, { goLive })).body.errors[0].code).toBe('nothing_new');
      expect((await plan(live, { expire: goLive })).status).toBe(200);
      expect((await plan(live, {})).status).toBe(400);
    });

    it('is approved as the caller saw it, by whoever may publish it', async () => {
      const page = await world().createPage({ fields });
      const goLive = later;
      await world().edit(page, { height: 2 });
      const stale = { goLive, baseRevisionId: page.latestRevisionId };
      expect((await moderator.post(`/pages/${page.id}/schedule`, stale)).status).toBe(409);
      expect((await plan(page, { goLive }, editor)).status).toBe(403);
      expect((await editor.delete(`/pages/${page.id}/schedule`)).status).toBe(403);
      expect((await editor.get(`/pages/${page.id}`)).body.can.schedule).toBe(false);
    });

    it('can be planned anew and called off, and says so in its history', async () => {
      const page = await world().createPage({ fields });
      await plan(page, { goLive: { at: '2035-01-01T00:00', zone: 'UTC' } });
      const { body } = await plan(page, { goLive: { at: '2036-01-01T00:00', zone: 'UTC' } });
      expect(body.schedule.goLive.at).toBe('2036-01-01T00:00:00.000Z');
      await plan(page, { expire: { at: '2037-01-01T00:00', zone: 'UTC' } });
      const off = await moderator.delete(`/pages/${page.id}/schedule?kind=goLive`);
      expect(off.body).toMatchObject({ state: 'draft', schedule: { goLive: null, expire: { zone: 'UTC' } } });
      expect((await moderator.delete(`/pages/${page.id}/schedule`)).body.schedule).toBeNull();
      expect((await moderator.delete(`/pages/${page.id}/schedule`)).status).toBe(422);
      expect((await history(page)).slice(0, 2)).toMatchObject([
        { action: 'page.unschedule', data: { expire: { at: '2037-01-01T00:00:00.000Z' } } },
        { action: 'page.unschedule', data: { goLive: { at: '2036-01-01T00:00:00.000Z', zone: 'UTC' } } },
      ]);
      const [left] = await world().sql('SELECT count(*)::int AS n FROM revision WHERE approved_go_live_at IS NOT NULL AND subject_id = $1', [page.id]); // prettier-ignore
      expect(left).toEqual({ n: 0 });
    });

    it('is found by its state', async () => {
      const page = await world().createPage({ fields });
      const found = async (state: string) =>
        (await moderator.get(`/pages?state=${state}&ids=${page.id}`)).body.items.length;
      expect([await found('draft'), await found('scheduled')]).toEqual([1, 0]);
      await plan(page, { goLive: later });
      expect([await found('draft'), await found('scheduled')]).toEqual([0, 1]);
    });
  });

  describe('when its time comes', () => {
    it('goes live as it was approved, while the draft has moved on', async () => {
      const page = await world().createPage({ title: 'Sage', fields });
      await plan(page, { goLive: later });
      await world().edit(page, { title: 'Clary sage', height: 7 });
      expect(await timeComes()).toBe(1);
      const { body } = await moderator.get(`/pages/${page.id}`);
      expect(body).toMatchObject({
        title: 'Clary sage',
        state: 'live-changed',
        schedule: null,
        liveRevisionId: page.latestRevisionId,
        fields: { title: 'Clary sage', height: 7 },
        liveFields: { title: 'Sage', height: 1 },
      });
      const shown = await world().client().get(`/api/v2/pages/${page.id}/?fields=height`);
      expect(shown.body).toMatchObject({ title: 'Sage', height: 1 });
    });

    it('replaces what is live, and not before, by the database’s clock', async () => {
      const page = await world().createPage({ fields, publish: true });
      await world().edit(page, { height: 3 });
      const [{ at }] = (await world().sql<{ at: Date }>(`SELECT now() + interval '3 seconds' AS at`)) as [{ at: Date }];
      await plan(page, { goLive: { at: at.toISOString(), zone: 'UTC' } });
      const publications = async (): Promise<number> => {
        const done = await world().get(ScheduleRunner).all();
        if (done === 0) await sleep(50);
        return done;
      };
      while ((await publications()) === 0);
      const [row] = await world().sql<{ late: number }>('SELECT extract(epoch FROM last_published_at - $2)::float AS late FROM page WHERE id = $1', [page.id, at]); // prettier-ignore
      expect(row!.late).toBeGreaterThanOrEqual(0);
      expect((await moderator.get(`/pages/${page.id}`)).body).toMatchObject({
        state: 'live',
        fields: { height: 3 },
        liveFields: null,
      });
    });

    it('goes offline and is marked expired', async () => {
      const page = await world().createPage({ fields, publish: true });
      await plan(page, { expire: later });
      await timeComes();
      expect((await moderator.get(`/pages/${page.id}`)).body).toMatchObject({ state: 'expired', schedule: null });
      expect((await world().client().get(`/api/v2/pages/${page.id}/`)).status).toBe(404);
      await world().publish(page);
      expect((await world().page(page.id)).expired).toBe(false);
    });

    it('is told in the log as Pipit’s doing on behalf of whoever decided it, and to listeners', async () => {
      const page = await world().createPage({ fields });
      await plan(page, { goLive: later });
      await timeComes();
      expect((await history(page))[0]).toMatchObject({
        action: 'page.publish',
        user: null,
        revisionId: page.latestRevisionId,
        data: { scheduled: true, onBehalfOf: { id: moderator.userId, name: moderator.name } },
      });
      const events = await world().sql(
        `SELECT name FROM outbox_event WHERE (payload->>'pageId')::int = $1 AND name IN ('page.scheduled', 'page.published') ORDER BY id`,
        [page.id],
      );
      expect(events).toEqual([{ name: 'page.scheduled' }, { name: 'page.published' }]);
    });

    it('comes live and then offline when both have passed', async () => {
      const page = await world().createPage({ fields });
      await plan(page, { goLive: later, expire: evenLater });
      expect(await timeComes()).toBe(2);
      expect((await moderator.get(`/pages/${page.id}`)).body.state).toBe('expired');
      expect((await history(page)).slice(0, 2).map((entry: { action: string }) => entry.action)).toEqual([
        'page.unpublish',
        'page.publish',
      ]);
    });

    it('happens once, however many are at it', async () => {
      const pages = await Promise.all(Array.from({ length: 30 }, () => world().createPage({ fields })));
      for (const page of pages) expect((await plan(page, { goLive: later })).status).toBe(200);
      await world().sql(`UPDATE schedule SET at = now() - interval '1 second'`);
      const runner = world().get(ScheduleRunner);
      const done = await Promise.all([runner.all(), runner.all(), runner.all(), runner.all()]);
      expect(done.reduce((sum, each) => sum + each, 0)).toBe(30);
      const ids = pages.map(({ id }) => id);
      const [counts] = await world().sql(
        `SELECT (SELECT count(*)::int FROM audit_entry WHERE action = 'page.publish' AND subject_id = ANY($1)) AS entries,
                (SELECT count(*)::int FROM outbox_event WHERE name = 'page.published' AND (payload->>'pageId')::int = ANY($1)) AS events,
                (SELECT count(*)::int FROM page WHERE live AND id = ANY($1)) AS live`,
        [ids],
      );
      expect(counts).toEqual({ entries: 30, events: 30, live: 30 });
    }, 30_000);
  });

  describe('meanwhile', () => {
    it('published by hand, it is not published again', async () => {
      const page = await world().createPage({ fields });
      await plan(page, { goLive: later });
      await world().edit(page, { height: 9 }, true);
      expect(await timeComes()).toBe(0);
      expect((await history(page))[0]).toMatchObject({ action: 'page.publish', data: { goLive: { zone: 'UTC' } } });
      expect((await moderator.get(`/pages/${page.id}`)).body).toMatchObject({ state: 'live', fields: { height: 9 } });
    });

    it('taken offline by hand, what was to go live does not, and what was to go offline has nothing to do', async () => {
      const page = await world().createPage({ fields, publish: true });
      await world().edit(page, { height: 2 });
      await plan(page, { goLive: later, expire: evenLater });
      await moderator.post(`/pages/${page.id}/unpublish`);
      await timeComes();
      expect((await moderator.get(`/pages/${page.id}`)).body).toMatchObject({ state: 'draft', schedule: null });
    });

    it('locked by an editor, it goes live all the same; nobody else plans it anew', async () => {
      const keeper = await world().person(everywhere('page.edit', 'page.lock'));
      const page = await world().createPage({ fields });
      await plan(page, { goLive: later });
      await keeper.post(`/pages/${page.id}/lock`);
      expect((await moderator.delete(`/pages/${page.id}/schedule`)).status).toBe(423);
      await timeComes();
      expect((await world().page(page.id)).live).toBe(true);
    });

    it('become impossible, it is said why and not tried again, until it is planned anew', async () => {
      const page = await world().createPage({
        title: 'Tarragon',
        fields: { ...fields, slug: 'tarragon' },
        publish: true,
      });
      await world().edit(page, { slug: 'estragon' });
      await plan(page, { goLive: later });
      await world().edit(page, { slug: 'tarragon-2' });
      await world().createPage({ fields: { ...fields, slug: 'estragon' }, publish: true });
      expect(await timeComes()).toBe(0);
      const { goLive } = (await moderator.get(`/pages/${page.id}`)).body.schedule;
      expect(goLive).toMatchObject({
        failedAt: expect.any(String),
        problem: { code: 'invalid', detail: expect.stringContaining('taken') },
      });
      expect((await history(page))[0]).toMatchObject({ action: 'page.scheduleFailed', data: { kind: 'goLive' } });
      expect(await world().get(ScheduleRunner).all()).toBe(0);
      const { body } = await plan(page, { goLive: later });
      expect(body.schedule.goLive.failedAt).toBeNull();
      expect(await timeComes()).toBe(1);
    });

    it('in the trash, nothing happens to it; taken back it goes offline at once, and not live', async () => {
      const [due, over] = [await world().createPage({ fields }), await world().createPage({ fields, publish: true })];
      await plan(due, { goLive: later });
      await plan(over, { expire: later });
      for (const { id } of [due, over]) await world().get(DeletePage).run(world().system, { pageId: id });
      expect(await timeComes()).toBe(0);
      for (const { id } of [due, over]) await world().get(RestorePage).run(world().system, { pageId: id });
      expect(await world().get(ScheduleRunner).all()).toBe(1);
      expect((await world().page(over.id)).expired).toBe(true);
      expect((await moderator.get(`/pages/${due.id}`)).body).toMatchObject({
        live: false,
        schedule: { goLive: { problem: { code: 'not_found' } } },
      });
    });
  });

  it('would wait for a worker, and everybody who plans is told when there is none', async () => {
    const { body } = await editor.get('/jobs/health');
    expect(body).toMatchObject({ alive: false, workers: 0, seenAt: null });
    expect((await world().client().get('/health')).body).toEqual({ status: 'ok', workers: 0 });
    await world().sql(`INSERT INTO worker_heartbeat VALUES (gen_random_uuid(), 'here', now(), now())`);
    expect((await editor.get('/jobs/health')).body).toMatchObject({ alive: true, workers: 1 });
    await world().sql(`UPDATE worker_heartbeat SET seen_at = now() - interval '1 minute'`);
    expect((await editor.get('/jobs/health')).body).toMatchObject({ alive: false, workers: 0 });
    expect((await world().get(JobsHealth).state(world().system)).seenAt).toBeInstanceOf(Date);
  });
});
