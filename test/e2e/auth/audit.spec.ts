import { authorOf, history } from '@pipit/audit';
import { createCtx, DomainEvent, type Ctx, UnitOfWork } from '@pipit/kernel';
import { CreateUser, User } from '@pipit/users';
import { useTestDatabase } from '../../support/database.js';
import { startAuthWorld, type AuthWorld } from './world.js';

class ThingDone extends DomainEvent {
  static override readonly eventName = 'thing.done';
  constructor(readonly thing: number) {
    super();
  }
}

const database = useTestDatabase();
let world: AuthWorld;
let ada: User;

beforeAll(async () => {
  world = await startAuthWorld(database().url, { migrated: true });
  ada = await world.get(CreateUser).run(world.system, { email: 'ada@example.org', name: 'Ada' });
});
afterAll(() => world?.close());

const asAda = (): Ctx =>
  createCtx(world.dataSource.manager, {
    kind: 'user',
    userId: ada.id,
    name: 'Ada',
    email: ada.email,
    isAdministrator: false,
    groupIds: [],
  });
const page = (id: number) => ({ type: 'page', id, label: `Page ${id}` });
const act = (ctx: Ctx, id: number, ...actions: string[]): Promise<void> =>
  world.get(UnitOfWork).run(ctx, async (tx) => {
    for (const action of actions) tx.record({ action, subject: page(id), revisionId: 3, data: { from: 'here' } });
  });

it('tells what happened to a subject, latest first, and to no other', async () => {
  await act(asAda(), 1, 'page.create');
  await act(world.system, 1, 'page.edit', 'page.publish');
  await act(asAda(), 2, 'page.create');
  const { total, items } = await history(world.system, page(1), { limit: 2, offset: 0 });
  expect(total).toBe(3);
  expect(items.map((entry) => entry.action)).toEqual(['page.publish', 'page.edit']);
  const [first] = (await history(world.system, page(1), { limit: 2, offset: 2 })).items;
  expect(first).toMatchObject({
    action: 'page.create',
    actorKind: 'user',
    actorLabel: 'Ada',
    revisionId: 3,
    data: { from: 'here' },
  });
  expect(items.map(authorOf)).toEqual([null, null]);
  expect(first && authorOf(first)).toEqual({ id: ada.id, name: 'Ada' });
});

it('keeps all of an operation that does a thousand things, beside its events', async () => {
  const events = (): Promise<{ n: number }[]> =>
    world.dataSource.query(`SELECT count(*)::int AS n FROM outbox_event WHERE name = 'thing.done'`);
  await world.get(UnitOfWork).run(asAda(), async (tx) => {
    for (let id = 1000; id < 2001; id += 1) {
      tx.record({ action: 'page.edit', subject: page(id) });
      tx.emit(new ThingDone(id));
    }
  });
  for (const id of [1000, 1500, 2000])
    expect((await history(world.system, page(id), { limit: 5, offset: 0 })).total).toBe(1);
  expect(await events()).toEqual([{ n: 1001 }]);
  await world.get(UnitOfWork).run(asAda(), async (tx) => {
    tx.record({ action: 'page.edit', subject: page(2001) });
    tx.emit(new ThingDone(2001));
  });
  expect((await history(world.system, page(2001), { limit: 5, offset: 0 })).total).toBe(1);
  expect(await events()).toEqual([{ n: 1002 }]);
});

it('keeps nothing of an operation that failed', async () => {
  const failing = world.get(UnitOfWork).run(asAda(), async (tx) => {
    tx.record({ action: 'page.delete', subject: page(5) });
    throw new Error('in the end');
  });
  await expect(failing).rejects.toThrow('in the end');
  expect((await history(world.system, page(5), { limit: 5, offset: 0 })).total).toBe(0);
});

it('can neither be changed nor deleted nor emptied', async () => {
  await act(asAda(), 6, 'page.create');
  for (const sql of [
    `UPDATE audit_entry SET action = 'x'`,
    'UPDATE audit_entry SET user_id = 1, at = now()',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
  ]) {
    await expect(world.dataSource.query(sql)).rejects.toThrow('never changed');
  }
});

it('outlives the account of who acted', async () => {
  const bo = await world.get(CreateUser).run(world.system, { email: 'bo@example.org', name: 'Bo' });
  const ctx = createCtx(world.dataSource.manager, {
    kind: 'user',
    userId: bo.id,
    name: 'Bo',
    email: bo.email,
    isAdministrator: false,
    groupIds: [],
  });
  await act(ctx, 7, 'page.create');
  await world.dataSource.manager.delete(User, bo.id);
  const [entry] = (await history(world.system, page(7), { limit: 1, offset: 0 })).items;
  expect(entry).toMatchObject({ userId: null, actorLabel: 'Bo' });
});
