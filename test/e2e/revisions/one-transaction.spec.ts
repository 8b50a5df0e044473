import { Injectable, Module } from '@nestjs/common';
import {
  BeforePublish,
  BeforeSave,
  CreatePage,
  Hook,
  JobWorker,
  OnEvent,
  Page,
  PagePublished,
  UnitOfWork,
  type Delivery,
  type Project,
} from '@pipit/cms';
import { setTimeout as sleep } from 'node:timers/promises';
import { EveryKind, Plant, garden } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';

/** A plugin that looks at plants before they are saved and published, and is told afterwards. */
@Injectable()
class Gardener {
  readonly told: { event: PagePublished; delivery: Delivery }[] = [];
  readonly order: string[] = [];
  failures = 0;

  @Hook(BeforeSave, { order: 2 })
  stamps(hook: BeforeSave): void {
    this.order.push('stamps');
    if (hook.fields['code'] === 'STAMP') hook.set('stamp', 'stamped');
    if (hook.fields['code'] === 'LONG') hook.set('stamp', 'x'.repeat(81));
  }

  @Hook(BeforeSave, { order: 1 })
  looks(hook: BeforeSave): void {
    this.order.push('looks');
    if (hook.fields['code'] === 'NO') hook.reject('code', 'Not this one.');
  }

  @Hook(BeforePublish)
  holdsBack(hook: BeforePublish): void {
    if (hook.snapshot.fields['code'] === 'WAIT') hook.reject('code', 'Not yet.');
  }

  @OnEvent(PagePublished)
  hears(event: PagePublished, delivery: Delivery): void {
    // The world's own home page may have been published under these listeners too.
    if (event.title !== 'Heard') return;
    this.told.push({ event, delivery });
    if (this.failures-- > 0) throw new Error('not listening');
  }
}

@Module({ providers: [Gardener] })
class GardenerModule {}

const project: Project = { ...garden, modules: [GardenerModule] };

describe('every write is one transaction', () => {
  const world = useWorld({ project });
  const counts = async (): Promise<unknown> => {
    const [row] = await world().sql(
      `SELECT (SELECT count(*)::int FROM page) AS pages, (SELECT count(*)::int FROM revision) AS revisions,
              (SELECT count(*)::int FROM audit_entry) AS entries, (SELECT count(*)::int FROM outbox_event) AS events,
              (SELECT count(*)::int FROM reference) AS links, (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`,
    );
    return row;
  };

  it('effect, audit entry, event and its delivery commit together', async () => {
    const page = await world().createPage({ fields: { latin: 'A' }, publish: true });
    const rows = await world().sql<{ transactions: number }>(
      `SELECT count(DISTINCT x)::int AS transactions FROM (
         SELECT xmin::text AS x FROM page WHERE id = $1
         UNION ALL SELECT xmin::text FROM garden_plant WHERE page_id = $1
         UNION ALL SELECT xmin::text FROM revision WHERE subject_type = 'page' AND subject_id = $1
         UNION ALL SELECT xmin::text FROM audit_entry WHERE subject_type = 'page' AND subject_id = $1
         UNION ALL SELECT xmin::text FROM outbox_event WHERE payload->>'pageId' = $1::text
         UNION ALL SELECT j.xmin::text FROM graphile_worker._private_jobs j
           JOIN outbox_event e ON e.id::text = j.payload->>'eventId' WHERE e.payload->>'pageId' = $1::text) AS all_rows`,
      [page.id],
    );
    expect(rows).toEqual([{ transactions: 1 }]);
    const events = await world().sql<{ name: string }>(
      `SELECT name FROM outbox_event WHERE payload->>'pageId' = $1 ORDER BY id`,
      [String(page.id)],
    );
    expect(events.map(({ name }) => name)).toEqual(['page.created', 'page.published']);
  });

  it('nothing of it stays when any part fails', async () => {
    const before = await counts();
    const parentId = (await world().home()).id;
    const failing = world()
      .get(UnitOfWork)
      .run(world().system, async (ctx) => {
        await world()
          .get(CreatePage)
          .run(ctx, { parentId, type: 'garden.Plant', fields: { title: 'Lost', latin: 'L' }, publish: true });
        throw new Error('after everything');
      });
    await expect(failing).rejects.toThrow('after everything');
    expect(await counts()).toEqual(before);
  });

  it('an action without an audit entry does not commit', async () => {
    const silent = world()
      .get(UnitOfWork)
      .run(world().system, async (ctx) => {
        await ctx.manager.query(`UPDATE page SET title = 'Silently' WHERE id = 1`);
      });
    await expect(silent).rejects.toThrow('without an audit entry');
    expect((await world().page(1)).title).toBe('Root');
  });

  it('what is to run after the commit runs then, and never after a rollback', async () => {
    const done: string[] = [];
    const { system } = world();
    const entry = { action: 'test', subject: { type: 'page', id: 1, label: '' } };
    await world()
      .get(UnitOfWork)
      .run(system, async (ctx) => {
        ctx.record(entry);
        ctx.afterCommit(() => Promise.reject(new Error('harmless')));
        ctx.afterCommit(() => void done.push('committed'));
      });
    await world()
      .get(UnitOfWork)
      .run(system, async (ctx) => {
        ctx.afterCommit(() => void done.push('rolled back'));
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(done).toEqual(['committed']);
  });
});

describe('writes outside actions', () => {
  const world = useWorld();

  it('are refused, and reading is free', async () => {
    const page = await world().createPage({ fields: { latin: 'Kept' } });
    const plants = world().dataSource.getRepository(Plant);
    const plant = await plants.findOneByOrFail({ pageId: page.id });
    const writes = [
      () => plants.save({ ...plant, latin: 'Changed' }),
      () => plants.update(page.id, { latin: 'Changed' }),
      () => plants.insert({ pageId: 1, latin: 'New' }),
      () => plants.remove(plant),
      () => plants.delete(page.id),
      () => plants.createQueryBuilder().update().set({ latin: 'Changed' }).execute(),
      () => world().dataSource.transaction((manager) => manager.update(Plant, page.id, { latin: 'Changed' })),
      () => plants.upsert({ pageId: page.id, latin: 'Changed' }, ['pageId']),
      () => plants.increment({ pageId: page.id }, 'height', 1),
      () => plants.createQueryBuilder().delete().execute(),
      () => plants.createQueryBuilder().insert().values({ pageId: 1, latin: 'New' }).execute(),
      () => world().dataSource.createQueryBuilder().update('garden_plant').set({ latin: 'Changed' }).execute(),
      () => world().dataSource.createQueryBuilder().relation(EveryKind, 'families').of(page.id).add(1),
      () => world().dataSource.getRepository(Page).update(page.id, { live: true }),
      () => world().dataSource.getRepository(Page).softDelete(page.id),
    ];
    for (const write of writes) await expect(write()).rejects.toThrow('outside an action');
    expect(await plants.findOneByOrFail({ pageId: page.id })).toMatchObject({ latin: 'Kept' });
  });
});

describe('hooks', () => {
  const world = useWorld({ project });
  const gardener = (): Gardener => world().get(Gardener);

  it('run in their order, change values and are checked like anybody', async () => {
    gardener().order.length = 0;
    const page = await world().createPage({ fields: { code: 'STAMP' } });
    expect(gardener().order).toEqual(['looks', 'stamps']);
    const { fields } = (await (await world().admin()).get(`/pages/${page.id}`)).body;
    expect(fields.stamp).toBe('stamped');
    await expect(world().createPage({ fields: { code: 'LONG' } })).rejects.toMatchObject({
      errors: [{ path: '/fields/stamp', code: 'maxLength' }],
    });
  });

  it('refuse the whole operation', async () => {
    const home = await world().home();
    await expect(world().createPage({ fields: { code: 'NO' } })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: '/fields/code', code: 'refused' }],
    });
    expect((await world().home()).childCount).toBe(home.childCount);
    const page = await world().createPage({ fields: { code: 'WAIT', latin: 'W' } });
    await expect(world().publish(page)).rejects.toMatchObject({ errors: [{ message: 'Not yet.' }] });
    expect((await world().page(page.id)).live).toBe(false);
  });
});

describe('events', () => {
  const world = useWorld({ project });

  it('reach their listeners after the commit, and again with the same id when these fail', async () => {
    const gardener = world().get(Gardener);
    gardener.failures = 1;
    const page = await world().createPage({ title: 'Heard', fields: { latin: 'H' }, publish: true });
    expect(gardener.told).toEqual([]);
    await world().get(JobWorker).start();
    const deadline = Date.now() + 20_000;
    while (gardener.told.length < 2 && Date.now() < deadline) await sleep(100);
    expect(gardener.told).toHaveLength(2);
    const [first, second] = gardener.told;
    expect(first!.event).toBeInstanceOf(PagePublished);
    expect(first!.event).toMatchObject({ pageId: page.id, uuid: page.uuid, title: 'Heard', urlPath: '/home/heard/' });
    expect(second!.delivery.eventId).toBe(first!.delivery.eventId);
    expect(first!.delivery.occurredAt).toBeInstanceOf(Date);
  });
});

describe('what points at what', () => {
  const world = useWorld();
  const linksOf = (id: number) =>
    world().sql(
      `SELECT target_type AS type, target_id AS id, pointer, live, draft FROM reference
        WHERE source_type = 'page' AND source_id = $1 ORDER BY pointer, target_id`,
      [id],
    );

  it('is known for what is live and for the draft', async () => {
    const [a, b] = [await world().createPage(), await world().createPage()];
    const page = await world().createPage({ fields: { latin: 'L', neighbour: a.id } });
    const entry = { type: 'page', pointer: '/neighbour' };
    expect(await linksOf(page.id)).toEqual([{ ...entry, id: a.id, live: false, draft: true }]);
    await world().publish(page);
    expect(await linksOf(page.id)).toEqual([{ ...entry, id: a.id, live: true, draft: true }]);
    await world().edit(page, { neighbour: b.id });
    expect(await linksOf(page.id)).toEqual([
      { ...entry, id: a.id, live: true, draft: false },
      { ...entry, id: b.id, live: false, draft: true },
    ]);
    await (await world().admin()).post(`/pages/${page.id}/unpublish`);
    expect(await linksOf(page.id)).toEqual([{ ...entry, id: b.id, live: false, draft: true }]);
  });

  it('is refused where it can be no page', async () => {
    const care = '<p><a linktype="page" id="99999999999">y</a></p>';
    await expect(world().createPage({ fields: { care } })).rejects.toMatchObject({
      errors: [{ path: '/fields/care', message: 'A <a> of the type “page” points at nothing.' }],
    });
  });

  it('is found in rows, rich text and blocks', async () => {
    const target = await world().createPage();
    const care = `<p><a linktype="page" id="${target.id}">x</a></p>`;
    const grower = await world().createSnippet('garden.Grower', { name: 'Lender' });
    const id = '0193b5a0-0000-7000-8000-000000000001';
    const steps = [{ id, title: 'Dig', tools: [{ id, title: 'Spade', lender: grower }] }];
    const page = await world().createPage({ fields: { care, steps } });
    expect(await linksOf(page.id)).toEqual([
      { type: 'page', id: target.id, pointer: '/care', live: false, draft: true },
      { type: 'garden.Grower', id: grower, pointer: '/steps/0/tools/0/lender', live: false, draft: true },
    ]);
  });
});
