import type { Grant } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

const everywhere = { kind: 'everywhere' } as const;
const grants = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: everywhere }));

describe('administration of groups', () => {
  const world = useWorld();
  let admin: WorldClient;
  let serial = 0;

  beforeAll(async () => {
    admin = await world().admin();
  });
  const created = async (): Promise<number> => (await admin.post('/groups', { name: `Group ${++serial}` })).body.id;
  const change = (id: number, add: readonly Grant[], remove: readonly Grant[] = [], client = admin) =>
    client.post(`/groups/${id}/permissions`, { add, remove });

  it('begins with Editors and Moderators', async () => {
    await world().sql(`INSERT INTO user_group (name) VALUES ('Editors'), ('Moderators') ON CONFLICT DO NOTHING`);
    const { body } = await admin.get('/groups');
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Editors', 'Moderators']),
    );
  });

  it('is for those who manage groups; those who manage users see them', async () => {
    const people = await world().person(grants('user.manage'));
    expect((await people.get('/groups')).status).toBe(200);
    expect((await people.get('/permissions')).status).toBe(200);
    expect((await people.post('/groups', { name: 'Mine' })).status).toBe(403);
    const plain = await world().person(grants('page.edit'));
    expect((await plain.get('/groups')).status).toBe(403);
    expect((await plain.get('/permissions')).status).toBe(403);
  });

  it('makes, renames and deletes groups; names are unique', async () => {
    const id = await created();
    expect((await admin.patch(`/groups/${id}`, { name: 'Weeders', requiresSecondFactor: true })).body).toMatchObject({
      name: 'Weeders',
      requiresSecondFactor: true,
    });
    const again = await admin.post('/groups', { name: ' Weeders ' });
    expect(again).toMatchObject({ status: 422, body: { errors: [{ path: '/name', code: 'taken' }] } });
    expect((await admin.delete(`/groups/${id}`)).status).toBe(204);
    expect((await admin.get(`/groups/${id}`)).status).toBe(404);
  });

  it('lists every permission with what it can be granted on', async () => {
    const { items } = (await admin.get('/permissions')).body;
    const of = (name: string) => items.find((item: { name: string }) => item.name === name);
    expect(of('page.edit')).toMatchObject({ scope: 'page', subject: 'page', types: [], grantable: 'everywhere' });
    expect(of('image.choose')).toMatchObject({ scope: 'collection', subject: 'image' });
    expect(of('snippet.edit').types).toContainEqual({ name: 'garden.Grower', label: 'Grower' });
    expect(of('grower.secrets').types).toEqual([{ name: 'garden.Grower', label: 'Grower' }]);
    expect(of('user.manage')).toMatchObject({ scope: 'global' });
    const some = await world().person([
      ...grants('group.manage'),
      { permission: 'snippet.edit', scope: { kind: 'type', name: 'garden.Grower' } },
    ]);
    const theirs = (await some.get('/permissions')).body.items;
    const grantable = (name: string) => theirs.find((item: { name: string }) => item.name === name).grantable;
    expect([grantable('group.manage'), grantable('snippet.edit'), grantable('page.edit')]).toEqual([
      'everywhere',
      'somewhere',
      'nowhere',
    ]);
  });

  it('grants on pages, collections, types and everywhere, and tells what these are called', async () => {
    const id = await created();
    const bed = await world().createPage({ type: 'garden.Bed', title: 'Herb bed' });
    const { status, body } = await change(id, [
      { permission: 'page.edit', scope: { kind: 'page', id: bed.id } },
      { permission: 'image.add', scope: { kind: 'collection', id: 1 } },
      { permission: 'snippet.edit', scope: { kind: 'type', name: 'garden.Grower' } },
      { permission: 'redirect.add', scope: everywhere },
    ]);
    expect(status).toBe(200);
    expect(body.permissions).toEqual([
      { permission: 'image.add', scope: { kind: 'collection', id: 1 }, title: 'Root' },
      { permission: 'page.edit', scope: { kind: 'page', id: bed.id }, title: 'Herb bed' },
      { permission: 'redirect.add', scope: everywhere, title: null },
      { permission: 'snippet.edit', scope: { kind: 'type', name: 'garden.Grower' }, title: 'Grower' },
    ]);
  });

  it('changes all that is named, or nothing, and leaves the rest as others made it', async () => {
    const id = await created();
    await change(id, grants('page.edit', 'page.add'));
    const [first, second] = await Promise.all([
      change(id, grants('page.publish'), grants('page.add')),
      change(id, grants('page.lock')),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const half = await change(id, [
      ...grants('page.delete'),
      { permission: 'page.edit', scope: { kind: 'page', id: 99_999 } },
    ]);
    expect(half).toMatchObject({ status: 422, body: { errors: [{ path: '/add/1' }] } });
    const { body } = await admin.get(`/groups/${id}`);
    expect(body.permissions.map(({ permission }: Grant) => permission)).toEqual([
      'page.edit',
      'page.lock',
      'page.publish',
    ]);
  });

  it('refuses grants that make no sense', async () => {
    const id = await created();
    for (const scope of [{ kind: 'page' }, { kind: 'type', id: 3 }, { kind: 'everywhere', id: 1 }, { kind: 'moon' }]) {
      expect((await change(id, [{ permission: 'page.edit', scope: scope as never }])).status).toBe(400);
    }
    expect((await change(id, [{ permission: 'page.edit', scope: { kind: 'type', name: 'x.Y' } }])).status).toBe(422);
    expect((await change(id, grants('page.fly'))).status).toBe(422);
    expect((await change(id, [])).status).toBe(400);
  });

  it('lets nobody grant, take, rename or delete what they do not hold', async () => {
    const [weak, strong] = [await created(), await created()];
    await change(strong, grants('page.publish'));
    const manager = await world().person(grants('group.manage', 'page.edit'));
    expect((await change(weak, grants('page.edit'), [], manager)).status).toBe(200);
    expect((await change(weak, grants('page.publish'), [], manager)).status).toBe(403);
    expect((await change(strong, [], grants('page.publish'), manager)).status).toBe(403);
    expect((await manager.patch(`/groups/${strong}`, { name: 'Weaker' })).status).toBe(403);
    expect((await manager.delete(`/groups/${strong}`)).status).toBe(403);
    expect((await manager.get(`/groups/${strong}`)).body.can).toEqual({ edit: false });
    expect((await manager.delete(`/groups/${weak}`)).status).toBe(204);
  });

  it('puts people in and takes them out, from their next request on', async () => {
    const id = await created();
    await change(id, grants('redirect.add'));
    const person = await world().person([]);
    expect((await person.get('/redirects')).status).toBe(403);
    expect((await admin.send('PUT', `/groups/${id}/members/${person.userId}`)).status).toBe(204);
    expect((await person.get('/redirects')).status).toBe(200);
    expect((await admin.get(`/users?group=${id}`)).body.items).toHaveLength(1);
    await admin.delete(`/groups/${id}/members/${person.userId}`);
    expect((await person.get('/redirects')).status).toBe(403);
  });

  it('leaves no grant behind: a group of the same name begins with nothing (A18)', async () => {
    const id = await created();
    await change(id, grants('page.publish'));
    const { name } = (await admin.get(`/groups/${id}`)).body;
    await admin.delete(`/groups/${id}`);
    const { body } = await admin.post('/groups', { name });
    expect(body).toMatchObject({ name, permissions: [], members: 0 });
    expect(body.id).not.toBe(id);
  });
});
