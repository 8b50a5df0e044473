import { definePermission, defineTreeScope, Policy } from '@pipit/access';
import { createCtx, type Actor, type Ctx } from '@pipit/kernel';
import {
  AddToGroup,
  CreateDefaultGroups,
  CreateGroup,
  CreateUser,
  findGroupByName,
  GrantPermission,
  GroupPermission,
  SetPassword,
  User,
  UserCommands,
} from '@pipit/users';
import { useTestDatabase } from '../../support/database.js';
import { AuthClient } from './client.js';
import { startAuthWorld, type AuthWorld } from './world.js';

definePermission({ name: 'stone.turn', scope: 'page', label: 'Turn stones' });
definePermission({ name: 'stone.throw', scope: 'page', label: 'Throw stones' });
defineTreeScope({ kind: 'page', table: 'page' });

const PASSWORD = 'difference engine no. 2';
const database = useTestDatabase();
let world: AuthWorld;
let manager: User;
let managers: number;

beforeAll(async () => {
  world = await startAuthWorld(database().url);
  await world.dataSource.query('CREATE TABLE page (id int PRIMARY KEY, path text COLLATE "C")');
  await world.dataSource.query(`INSERT INTO page VALUES (1, 'a.'), (2, 'a.b.'), (3, 'c.')`);
  manager = await createUser('manager');
  managers = (await world.get(CreateGroup).run(world.system, { name: 'Managers' })).id;
  await world.get(AddToGroup).run(world.system, { userId: manager.id, groupId: managers });
  for (const permission of ['user.manage', 'group.manage']) {
    await world
      .get(GrantPermission)
      .run(world.system, { groupId: managers, grant: { permission, scope: { kind: 'everywhere' } } });
  }
  await world.get(GrantPermission).run(world.system, {
    groupId: managers,
    grant: { permission: 'stone.turn', scope: { kind: 'page', id: 1 } },
  });
});
afterAll(() => world?.close());

let serial = 0;
const createUser = (name: string, isAdministrator = false): Promise<User> =>
  world
    .get(CreateUser)
    .run(world.system, { email: `${name}${++serial}@example.org`, name, password: PASSWORD, isAdministrator });
const createGroup = (): Promise<{ id: number }> =>
  world.get(CreateGroup).run(world.system, { name: `Group ${++serial}` });

function as(user: User, ...groupIds: number[]): Ctx {
  const actor: Actor = {
    kind: 'user',
    userId: user.id,
    name: user.name,
    email: user.email,
    isAdministrator: user.isAdministrator,
    groupIds,
  };
  return createCtx(world.dataSource.manager, actor);
}
const asManager = (): Ctx => as(manager, managers);
const everywhere = { kind: 'everywhere' } as const;

describe('accounts', () => {
  it('have one address each, however it is spelled', async () => {
    await world.get(CreateUser).run(world.system, { email: 'Mike@example.org', name: 'Mike' });
    for (const email of ['mike@example.org', 'MIKE@EXAMPLE.ORG', '\uff4dike@example.org']) {
      const again = world.get(CreateUser).run(world.system, { email, name: 'Other' });
      await expect(again).rejects.toMatchObject({ status: 422, errors: [{ path: '/email' }] });
    }
  });

  it('need a plain address', async () => {
    for (const email of [
      '',
      'ada',
      '"x@evil.example y"@example.org',
      'a@b.example,c@d.example',
      'Ada <ada@example.org>',
      'a\r\n@example.org',
    ]) {
      const run = world.get(CreateUser).run(world.system, { email, name: 'X' });
      await expect(run).rejects.toMatchObject({ status: 422, errors: [{ path: '/email', code: 'email' }] });
    }
  });

  it('are made by those who may manage users, and nobody else', async () => {
    const input = { email: 'new@example.org', name: 'New' };
    await expect(world.get(CreateUser).run(as(await createUser('plain')), input)).rejects.toMatchObject({
      status: 403,
    });
    await expect(
      world.get(CreateUser).run(createCtx(world.dataSource.manager, { kind: 'anonymous' }), input),
    ).rejects.toMatchObject({ status: 401 });
    expect(await world.get(CreateUser).run(asManager(), input)).toMatchObject({ email: 'new@example.org' });
  });

  it('become administrators, or get an administrator’s password, through administrators only', async () => {
    const admin = await createUser('admin', true);
    const input = { email: 'sneaky@example.org', name: 'S', isAdministrator: true };
    await expect(world.get(CreateUser).run(asManager(), input)).rejects.toMatchObject({ status: 403 });
    const set = { userId: admin.id, password: 'a password of my own' };
    await expect(world.get(SetPassword).run(asManager(), set)).rejects.toMatchObject({ status: 403 });
    await expect(world.get(SetPassword).run(as(admin), set)).resolves.toBeUndefined();
  });

  it('are never read with their password hash unless it is asked for by name', async () => {
    const user = await createUser('quiet');
    expect(JSON.stringify(await world.dataSource.manager.find(User))).not.toMatch(/argon2|emailKey/);
    expect(JSON.stringify(user)).not.toMatch(/argon2|emailKey/);
  });
});

describe('groups', () => {
  it('give their members what they are granted, from the next request on', async () => {
    const [user, group] = [await createUser('member'), await createGroup()];
    await world.get(AddToGroup).run(world.system, { userId: user.id, groupId: group.id });
    const can = () => world.get(Policy).can(as(user, group.id), 'stone.throw', { kind: 'page', path: 'a.b.' });
    expect(await can()).toBe(false);
    await world
      .get(GrantPermission)
      .run(world.system, { groupId: group.id, grant: { permission: 'stone.throw', scope: { kind: 'page', id: 1 } } });
    expect(await can()).toBe(true);
  });

  it('can be granted the same twice without harm', async () => {
    const { id: groupId } = await createGroup();
    for (const scope of [everywhere, everywhere, { kind: 'page', id: 1 } as const, { kind: 'page', id: 1 } as const]) {
      await world.get(GrantPermission).run(world.system, { groupId, grant: { permission: 'stone.throw', scope } });
    }
    expect(await world.dataSource.manager.countBy(GroupPermission, { groupId })).toBe(2);
  });

  it('are granted nothing the granting person does not hold', async () => {
    const { id: groupId } = await createGroup();
    const grant = (permission: string, id?: number) =>
      world
        .get(GrantPermission)
        .run(asManager(), { groupId, grant: { permission, scope: id ? { kind: 'page', id } : everywhere } });
    await expect(grant('stone.turn', 2)).resolves.toBeUndefined();
    await expect(grant('stone.turn', 3)).rejects.toMatchObject({ status: 403 });
    await expect(grant('stone.turn')).rejects.toMatchObject({ status: 403 });
    await expect(grant('stone.throw', 2)).rejects.toMatchObject({ status: 403 });
  });

  it('are granted permissions that exist, on what these are about', async () => {
    const { id: groupId } = await createGroup();
    const grant = (permission: string, scope: { kind: 'type'; name: string } | typeof everywhere) =>
      world.get(GrantPermission).run(world.system, { groupId, grant: { permission, scope } });
    await expect(grant('stone.eat', everywhere)).rejects.toMatchObject({ status: 422 });
    await expect(grant('stone.turn', { kind: 'type', name: 'Stone' })).rejects.toMatchObject({ status: 422 });
  });

  it('are not joined by oneself, and not used to hand on what one does not hold', async () => {
    const [user, strong] = [await createUser('friend'), await createGroup()];
    await world
      .get(GrantPermission)
      .run(world.system, { groupId: strong.id, grant: { permission: 'stone.throw', scope: everywhere } });
    const add = (userId: number, groupId: number) => world.get(AddToGroup).run(asManager(), { userId, groupId });
    await expect(add(user.id, strong.id)).rejects.toMatchObject({ status: 403 });
    await expect(add(manager.id, (await createGroup()).id)).rejects.toMatchObject({ status: 403 });
    await expect(add(user.id, managers)).resolves.toBeUndefined();
  });

  it('begin as Editors and Moderators, whose grants are not reset later', async () => {
    const grants = { Editors: [{ permission: 'stone.turn', scope: everywhere }], Moderators: [] };
    await world.get(CreateDefaultGroups).run(world.system, grants);
    const editors = await findGroupByName(world.system, 'Editors');
    await world.dataSource.manager.delete(GroupPermission, { groupId: editors?.id });
    await world.get(CreateDefaultGroups).run(world.system, grants);
    expect(await world.dataSource.manager.countBy(GroupPermission, { groupId: editors?.id })).toBe(0);
    expect(await findGroupByName(world.system, 'Moderators')).not.toBeNull();
  });
});

describe('the user commands', () => {
  it('create an administrator with a random password, told once, that works', async () => {
    const { user, generatedPassword } = await world
      .get(UserCommands)
      .createAdmin(world.system, { email: 'root@example.org' });
    expect(user).toMatchObject({ name: 'root', isAdministrator: true });
    expect(generatedPassword).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    const browser = new AuthClient(world.app);
    expect((await browser.login('root@example.org', generatedPassword ?? '')).status).toBe(200);

    const changed = await world.get(UserCommands).password(world.system, { email: 'ROOT@example.org' });
    expect(changed.generatedPassword).not.toBe(generatedPassword);
    expect((await browser.me()).status).toBe(401);
    expect((await browser.login('root@example.org', changed.generatedPassword ?? '')).status).toBe(200);
  });

  it('take a chosen password, if it is good enough', async () => {
    const commands = world.get(UserCommands);
    const weak = commands.createAdmin(world.system, { email: 'weak@example.org', password: '1234567890' });
    await expect(weak).rejects.toMatchObject({ status: 422, errors: [{ code: 'too_common' }] });
    const good = await commands.createAdmin(world.system, { email: 'good@example.org', password: PASSWORD });
    expect(good.generatedPassword).toBeNull();
  });

  it('say so when there is no such account', async () => {
    const run = world.get(UserCommands).password(world.system, { email: 'nobody@example.org' });
    await expect(run).rejects.toThrow('There is no user with the address nobody@example.org.');
  });
});

describe('preferences', () => {
  const patch = async (preferences: unknown) => {
    const browser = new AuthClient(world.app, '10.9.0.1');
    await browser.login(manager.email, PASSWORD);
    return browser.send('PATCH', '/api/admin/v1/me', { preferences });
  };

  it('are merged, and forgotten with null', async () => {
    expect((await patch({ theme: 'dark', 'list.density': 2 })).body).toMatchObject({
      preferences: { theme: 'dark', 'list.density': 2 },
    });
    expect((await patch({ theme: null })).body['preferences']).toEqual({ 'list.density': 2 });
  });

  it('are small and plainly named, and nothing else about an account can be changed with them', async () => {
    expect((await patch({ big: 'x'.repeat(20_000) })).status).toBe(422);
    expect((await patch({ 'no <such> name': 1 })).status).toBe(422);
    expect(Object.keys((await patch({ constructor: 1 })).body['preferences'] as object)).not.toContain('constructor');
    expect((await patch('dark')).status).toBe(400);
    const browser = new AuthClient(world.app, '10.9.0.2');
    await browser.login(manager.email, PASSWORD);
    const escalate = await browser.send('PATCH', '/api/admin/v1/me', { preferences: {}, isAdministrator: true });
    expect(escalate.status).toBe(400);
  });
});
