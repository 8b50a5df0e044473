import { createCtx, systemCtx, type Actor, type Ctx } from '@pipit/kernel';
import type { EntityManager } from 'typeorm';
import { GrantSource, type Grant, type GrantScope } from '../permissions/grant.js';
import { definePermission } from '../permissions/permission.js';
import { RequestGrants } from '../permissions/request-grants.js';
import { Policy } from './policy.js';
import { defineTreeScope } from './tree-scope.js';

definePermission({ name: 'rule.node', scope: 'page', label: 'Rule nodes' });
definePermission({ name: 'rule.type', scope: 'type', label: 'Rule types' });
definePermission({ name: 'rule.all', scope: 'global', label: 'Rule all' });
defineTreeScope({ kind: 'page', table: 'page' });

/** A tree of two branches, without a database. */
const PATHS: Record<number, string> = { 1: 'a.', 2: 'a.b.', 3: 'a.b.c.', 4: 'a.bb.' };
const manager = {
  query: async (_sql: string, [ids]: [number[]]) => ids.flatMap((id) => (PATHS[id] ? [{ path: PATHS[id] }] : [])),
} as unknown as EntityManager;

class Given extends GrantSource {
  asked = 0;
  constructor(private readonly grants: Grant[]) {
    super();
  }
  async grantsOf(): Promise<Grant[]> {
    this.asked++;
    return this.grants;
  }
}

const person = (isAdministrator = false): Actor => ({
  kind: 'user',
  userId: 7,
  name: 'Ada',
  email: 'ada@example.org',
  isAdministrator,
  groupIds: [1],
});
const as = (actor: Actor): Ctx => createCtx(manager, actor);
const policyWith = (...grants: [string, GrantScope][]): Policy =>
  new Policy(new RequestGrants(new Given(grants.map(([permission, scope]) => ({ permission, scope })))));
const page = (path: string) => ({ kind: 'page', path }) as const;

describe('the policy', () => {
  it('lets administrators and Pipit itself do everything', async () => {
    const policy = policyWith();
    expect(await policy.can(as(person(true)), 'rule.node', page('a.'))).toBe(true);
    expect(await policy.can(systemCtx(manager, 'import'), 'rule.all')).toBe(true);
    expect(await policy.predicate(as(person(true)), 'rule.node', { kind: 'page', alias: 'p' }, [])).toBe('TRUE');
  });

  it('refuses what no grant allows', async () => {
    const policy = policyWith(['rule.all', { kind: 'everywhere' }]);
    expect(await policy.can(as(person()), 'rule.node')).toBe(false);
    expect(await policy.can(as(person()), 'rule.type', { kind: 'type', name: 'blog.Author' })).toBe(false);
    expect(await policy.predicate(as(person()), 'rule.node', { kind: 'page', alias: 'p' }, [])).toBe('FALSE');
  });

  it('grants nothing to strangers, whatever the source says', async () => {
    const policy = policyWith(['rule.node', { kind: 'everywhere' }]);
    expect(await policy.can(as({ kind: 'anonymous' }), 'rule.node')).toBe(false);
  });

  it('lets a grant on a node reach all that is below it and nothing beside it', async () => {
    const policy = policyWith(['rule.node', { kind: 'page', id: 2 }]);
    const can = (path: string) => policy.can(as(person()), 'rule.node', page(path));
    expect([await can('a.b.'), await can('a.b.c.')]).toEqual([true, true]);
    expect([await can('a.'), await can('a.bb.'), await can('b.')]).toEqual([false, false, false]);
  });

  it('holds a permission somewhere when any grant does', async () => {
    expect(await policyWith(['rule.node', { kind: 'page', id: 3 }]).can(as(person()), 'rule.node')).toBe(true);
    expect(await policyWith(['rule.type', { kind: 'type', name: 'x' }]).can(as(person()), 'rule.type')).toBe(true);
  });

  it('ignores grants of a kind the permission does not know', async () => {
    const policy = policyWith(['rule.node', { kind: 'collection', id: 1 }], ['rule.all', { kind: 'page', id: 1 }]);
    expect(await policy.can(as(person()), 'rule.node')).toBe(false);
    expect(await policy.can(as(person()), 'rule.all')).toBe(false);
  });

  it('ignores grants on a node that is gone', async () => {
    const policy = policyWith(['rule.node', { kind: 'page', id: 99 }]);
    expect(await policy.can(as(person()), 'rule.node', page('a.'))).toBe(false);
  });

  it('takes a question about an unknown permission, or the wrong kind of target, for a mistake', async () => {
    await expect(policyWith().can(as(person()), 'rule.nothing')).rejects.toThrow('no permission "rule.nothing"');
    await expect(policyWith().can(as(person()), 'rule.type', page('a.'))).rejects.toThrow('is about type');
  });

  it('asks strangers to sign in and tells others which permission they lack', async () => {
    await expect(policyWith().require(as({ kind: 'anonymous' }), 'rule.all')).rejects.toMatchObject({ status: 401 });
    await expect(policyWith().require(as(person()), 'rule.all')).rejects.toMatchObject({
      status: 403,
      detail: 'You need the permission "Rule all" for this.',
    });
  });

  it('knows which grants one may hand on: those within one’s own reach', async () => {
    const policy = policyWith(['rule.node', { kind: 'page', id: 2 }]);
    const holds = (scope: GrantScope) => policy.holds(as(person()), 'rule.node', scope);
    expect(await holds({ kind: 'page', id: 3 })).toBe(true);
    expect(await holds({ kind: 'page', id: 1 })).toBe(false);
    expect(await holds({ kind: 'everywhere' })).toBe(false);
  });
});

describe('grants', () => {
  it('are asked for once per request, and again for the next', async () => {
    const source = new Given([]);
    const policy = new Policy(new RequestGrants(source));
    const actor = person();
    const request = as(actor);
    await policy.can(request, 'rule.all');
    await policy.can({ ...request }, 'rule.node');
    expect(source.asked).toBe(1);
    await policy.can(as(actor), 'rule.all');
    expect(source.asked).toBe(2);
  });
});

describe('the field mask', () => {
  const fields = [
    { name: 'title' },
    { name: 'price', permission: 'rule.type' },
    { name: 'seo', permission: 'rule.node' },
  ];

  it('leaves out fields whose permission is not held', async () => {
    const mask = await policyWith().fieldMask(as(person()), 'shop.Product', fields);
    expect([...mask.readable]).toEqual(['title']);
    expect([...mask.writable]).toEqual(['title']);
  });

  it('asks type permissions about the type, and node permissions about the node', async () => {
    const policy = policyWith(
      ['rule.type', { kind: 'type', name: 'shop.Product' }],
      ['rule.node', { kind: 'page', id: 2 }],
    );
    const names = async (type: string, path?: string) => [
      ...(await policy.fieldMask(as(person()), type, fields, path ? page(path) : undefined)).readable,
    ];
    expect(await names('shop.Product')).toEqual(['title', 'price']);
    expect(await names('shop.Product', 'a.b.c.')).toEqual(['title', 'price', 'seo']);
    expect(await names('blog.Post', 'a.')).toEqual(['title']);
  });

  it('is open to administrators', async () => {
    expect((await policyWith().fieldMask(as(person(true)), 'shop.Product', fields)).writable.size).toBe(3);
  });
});
