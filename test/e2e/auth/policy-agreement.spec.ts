import { defineTreeScope, definePermission, Policy, publicPredicate, type Grant, type TreeKind } from '@pipit/access';
import { createCtx, type Ctx } from '@pipit/kernel';
import { AddToGroup, CreateGroup, CreateUser, columnsOf, GroupPermission } from '@pipit/users';
import fc from 'fast-check';
import { useTestDatabase } from '../../support/database.js';
import { startAuthWorld, type AuthWorld } from './world.js';

definePermission({ name: 'agree.node', scope: 'page', label: 'Agree on nodes' });
definePermission({ name: 'agree.other', scope: 'page', label: 'Something else' });
definePermission({ name: 'agree.type', scope: 'type', label: 'Agree on types' });
defineTreeScope({ kind: 'page', table: 'page' });
defineTreeScope({ kind: 'collection', table: 'collection' });

const database = useTestDatabase();
let world: AuthWorld;
let policy: Policy;
let groupId: number;
let userId: number;

beforeAll(async () => {
  world = await startAuthWorld(database().url);
  policy = world.get(Policy);
  for (const table of ['page', 'collection']) {
    await world.dataSource.query(`CREATE TABLE ${table} (id int PRIMARY KEY, path text COLLATE "C", type text)`);
  }
  const user = await world.get(CreateUser).run(world.system, { email: 'ada@example.org', name: 'Ada' });
  const group = await world.get(CreateGroup).run(world.system, { name: 'Testers' });
  await world.get(AddToGroup).run(world.system, { userId: user.id, groupId: group.id });
  [groupId, userId] = [group.id, user.id];
}, 60_000);
afterAll(() => world?.close());

interface Node {
  readonly id: number;
  readonly parent: number | null;
  readonly path: string;
  readonly type: string;
}

/** Sibling keys that are prefixes of one another are the ones a careless comparison gets wrong. */
const KEYS = ['0', '00', '01', '1', 'A', 'Z', 'Z0', 'a', 'a0', 'z', 'zz'];
const shape = fc.array(
  fc.record({ under: fc.nat(), key: fc.constantFrom(...KEYS), type: fc.constantFrom('a.A', 'b.B') }),
  {
    minLength: 1,
    maxLength: 25,
  },
);
const grant = fc.record({
  permission: fc.constantFrom('agree.node', 'agree.node', 'agree.other', 'agree.type'),
  place: fc.nat(40),
  kind: fc.constantFrom('page', 'page', 'page', 'collection', 'type', 'everywhere'),
});

function treeOf(drawn: readonly { under: number; key: string; type: string }[]): Node[] {
  const nodes: Node[] = [];
  for (const { under, key, type } of drawn) {
    const parent = nodes.length === 0 ? null : (nodes[under % nodes.length] ?? null);
    const path = `${parent?.path ?? ''}${key}.`;
    if (!nodes.some((node) => node.path === path))
      nodes.push({ id: nodes.length + 1, parent: parent?.id ?? null, path, type });
  }
  return nodes;
}

function grantsOf(drawn: readonly { permission: string; place: number; kind: string }[]): Grant[] {
  return drawn.map(({ permission, place, kind }) => {
    if (kind === 'everywhere') return { permission, scope: { kind } };
    if (kind === 'type') return { permission, scope: { kind, name: place % 2 ? 'a.A' : 'b.B' } };
    return { permission, scope: { kind: kind as TreeKind, id: place } };
  });
}

async function store(nodes: readonly Node[], grants: readonly Grant[]): Promise<Ctx> {
  const { manager } = world.dataSource;
  await manager.query('TRUNCATE page, collection, group_permission, view_restriction CASCADE');
  for (const { id, path, type } of nodes) {
    await manager.query('INSERT INTO page (id, path, type) VALUES ($1, $2, $3)', [id, path, type]);
    await manager.query('INSERT INTO collection (id, path) VALUES ($1, $2)', [id, path]);
  }
  for (const { permission, scope } of grants) {
    const row = { groupId, permission, ...columnsOf(scope) };
    await manager.createQueryBuilder().insert().into(GroupPermission).values(row).orIgnore().execute();
  }
  const actor = {
    kind: 'user',
    userId,
    name: 'Ada',
    email: 'ada@example.org',
    isAdministrator: false,
    groupIds: [groupId],
  } as const;
  return createCtx(manager, actor);
}

async function idsWhere(predicate: string, params: unknown[] = []): Promise<number[]> {
  const rows: { id: number }[] = await world.dataSource.query(
    `SELECT p.id FROM page p WHERE ${predicate} ORDER BY p.id`,
    params,
  );
  return rows.map((row) => row.id);
}

/** The rule said plainly: a node is reached when it, or any node above it, is marked. */
function isBelow(nodes: readonly Node[], node: Node, marked: ReadonlySet<number>): boolean {
  for (let at: Node | undefined = node; at; at = nodes.find((other) => other.id === at?.parent)) {
    if (marked.has(at.id)) return true;
  }
  return false;
}

const RUNS = { numRuns: 60 };

it('a list shows exactly the nodes on which a single look is allowed, which are those at or below a grant', async () => {
  await fc.assert(
    fc.asyncProperty(shape, fc.array(grant, { maxLength: 5 }), async (drawn, given) => {
      const [nodes, grants] = [treeOf(drawn), grantsOf(given)];
      const ctx = await store(nodes, grants);
      const params: unknown[] = ['first'];
      const predicate = await policy.predicate(ctx, 'agree.node', { kind: 'page', alias: 'p' }, params);
      const listed = await idsWhere(`$1::text IS NOT NULL AND (${predicate})`, params);
      const allowed: number[] = [];
      for (const { id, path } of nodes)
        if (await policy.can(ctx, 'agree.node', { kind: 'page', path })) allowed.push(id);
      const own = grants.filter((one) => one.permission === 'agree.node').map((one) => one.scope);
      const marked = new Set(own.flatMap((scope) => (scope.kind === 'page' ? [scope.id] : [])));
      const all = own.some((scope) => scope.kind === 'everywhere');
      expect(listed).toEqual(allowed);
      expect(listed).toEqual(nodes.filter((node) => all || isBelow(nodes, node, marked)).map((node) => node.id));
      expect(listed.length === 0 || (await policy.can(ctx, 'agree.node'))).toBe(true);
    }),
    RUNS,
  );
}, 60_000);

it('a list of things with a type shows exactly the types on which a single look is allowed', async () => {
  await fc.assert(
    fc.asyncProperty(shape, fc.array(grant, { maxLength: 4 }), async (drawn, given) => {
      const nodes = treeOf(drawn);
      const ctx = await store(nodes, grantsOf(given));
      const params: unknown[] = [];
      const predicate = await policy.predicate(ctx, 'agree.type', { kind: 'type', alias: 'p' }, params);
      const allowed: number[] = [];
      for (const { id, type } of nodes)
        if (await policy.can(ctx, 'agree.type', { kind: 'type', name: type })) allowed.push(id);
      expect(await idsWhere(predicate, params)).toEqual(allowed);
    }),
    RUNS,
  );
}, 60_000);

it('strangers read exactly what is neither restricted nor below a restriction of the same tree', async () => {
  await fc.assert(
    fc.asyncProperty(
      shape,
      fc.uniqueArray(fc.nat(30), { maxLength: 3 }),
      fc.uniqueArray(fc.nat(30), { maxLength: 2 }),
      async (drawn, pages, collections) => {
        const nodes = treeOf(drawn);
        await store(nodes, []);
        for (const [kind, ids] of [
          ['page', pages],
          ['collection', collections],
        ] as const) {
          for (const id of ids) {
            await world.dataSource.query(
              `INSERT INTO view_restriction (kind, target_id, restriction) VALUES ($1, $2, 'login')`,
              [kind, id],
            );
          }
        }
        const open = (ids: readonly number[]) =>
          nodes.filter((node) => !isBelow(nodes, node, new Set(ids))).map((node) => node.id);
        expect(await idsWhere(publicPredicate({ kind: 'page', alias: 'p' }))).toEqual(open(pages));
        expect(await idsWhere(publicPredicate({ kind: 'collection', alias: 'p' }))).toEqual(open(collections));
      },
    ),
    RUNS,
  );
}, 60_000);
