import type { Grant, Page } from '@pipit/cms';
import type { Answer, WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

const PASSWORD = 'only for the harvest helpers';

describe('a page that not everybody may read', () => {
  const world = useWorld();
  let bed: Page;
  let plant: Page;
  let moderator: WorldClient;
  let editor: WorldClient;
  let group: { id: number; name: string };

  const on = (...permissions: string[]): Grant[] =>
    permissions.map((permission) => ({ permission, scope: { kind: 'page', id: bed.id } }));

  beforeAll(async () => {
    bed = await world().createPage({ type: 'garden.Bed', title: 'Walled bed', publish: true });
    plant = await world().createPage({ parent: bed, title: 'Saffron', fields: { latin: 'Crocus' }, publish: true });
    moderator = await world().person(on('page.add', 'page.edit', 'page.publish'));
    editor = await world().person(on('page.add', 'page.edit'));
    [group] = await world().sql<{ id: number; name: string }>('SELECT id, name FROM user_group ORDER BY name LIMIT 1') as [{ id: number; name: string }]; // prettier-ignore
  });
  afterEach(() => world().sql('DELETE FROM view_restriction'));

  const restrict = (page: Page, body: object, client = moderator): Promise<Answer> =>
    client.send('PUT', `/pages/${page.id}/privacy`, body);
  const publicly = (path: string): Promise<Answer> => world().client().get(`/api/v2/pages/${path}`);
  /** What strangers find, whichever way they look. */
  const seen = async (page: Page) => ({
    detail: (await publicly(`${page.id}/`)).status,
    list: (await publicly('?limit=20')).body.items.some((item: { id: number }) => item.id === page.id),
    search: (await publicly(`?search=${page.draftTitle}`)).body.meta.total_count,
    children: (await publicly(`?child_of=${page.parentId}`)).body.items?.length ?? 'refused',
    address: (await publicly(`find/?html_path=${page.urlPath.replace('/home', '')}`)).status,
  });

  it.each([
    ['login', () => ({ kind: 'login' })],
    ['groups', () => ({ kind: 'groups', groups: [group.id] })],
    ['password', () => ({ kind: 'password', password: PASSWORD })],
  ])('is in no answer to strangers, nor is what stands below it: %s', async (kind, body) => {
    expect(await seen(plant)).toMatchObject({ detail: 200, list: true, search: 1, children: 1, address: 302 });
    const answer = await restrict(bed, body());
    expect([answer.status, answer.body.restrictions[0].kind]).toEqual([200, kind]);
    const hidden = { detail: 404, list: false, search: 0, address: 404 };
    expect(await seen(plant)).toMatchObject(hidden);
    expect(await seen(bed)).toMatchObject(hidden);
    expect((await moderator.delete(`/pages/${bed.id}/privacy`)).body.restrictions).toEqual([]);
    expect(await seen(plant)).toMatchObject({ detail: 200, list: true, search: 1, address: 302 });
  });

  it('tells its editors what holds for it, and where that comes from', async () => {
    await restrict(bed, { kind: 'groups', groups: [group.id] });
    await restrict(plant, { kind: 'login' });
    const { body } = await moderator.get(`/pages/${plant.id}/privacy`);
    expect(body.restrictions).toEqual([
      { kind: 'login', groups: [], inheritedFrom: null },
      {
        kind: 'groups',
        groups: [{ id: group.id, name: group.name }],
        inheritedFrom: { id: bed.id, title: 'Walled bed' },
      },
    ]);
    expect(body.availableGroups).toContainEqual({ id: group.id, name: group.name });
    await moderator.delete(`/pages/${plant.id}/privacy`);
    expect((await editor.get(`/pages/${plant.id}`)).body).toMatchObject({
      privacy: { kind: 'groups', inheritedFrom: { id: bed.id } },
      can: { privacy: false },
    });
  });

  it('is restricted and opened by whoever may publish it, locked or not', async () => {
    expect((await restrict(plant, { kind: 'login' }, editor)).status).toBe(403);
    expect((await editor.get(`/pages/${plant.id}/privacy`)).status).toBe(403);
    expect((await restrict(await world().home(), { kind: 'login' })).status).toBe(403);
    await (await world().admin()).post(`/pages/${plant.id}/lock`);
    expect((await restrict(plant, { kind: 'login' })).status).toBe(200);
    await (await world().admin()).delete(`/pages/${plant.id}/lock`);
    expect((await moderator.delete(`/pages/${bed.id}/privacy`)).status).toBe(422);
  });

  it('keeps a password as a hash that nobody is shown, and until another is set', async () => {
    const hash = async () =>
      (await world().sql<{ hash: string }>('SELECT password_hash AS hash FROM view_restriction'))[0]!.hash;
    const answers = [await restrict(plant, { kind: 'password', password: PASSWORD })];
    const first = await hash();
    expect(first).toMatch(/^\$argon2id\$/);
    answers.push(await restrict(plant, { kind: 'password' }));
    expect(await hash()).toBe(first);
    answers.push(await restrict(plant, { kind: 'password', password: `${PASSWORD}!` }));
    expect(await hash()).not.toBe(first);
    for (const path of ['', '/privacy', '/history']) answers.push(await moderator.get(`/pages/${plant.id}${path}`));
    const stored = await world().sql(
      `SELECT data::text FROM audit_entry UNION ALL SELECT payload::text FROM outbox_event`,
    );
    const told = answers.map(({ text }) => text).join() + JSON.stringify(stored);
    expect(told).not.toMatch(/argon2|harvest helpers/);
    answers.push(await restrict(plant, { kind: 'login' }));
    expect(await hash()).toBeNull();
  });

  it.each([
    ['no password', { kind: 'password' }, 422, '/password'],
    ['a short password', { kind: 'password', password: 'short' }, 400, '/password'],
    ['no groups', { kind: 'groups' }, 422, '/groups'],
    ['an unknown group', { kind: 'groups', groups: [999_999] }, 422, '/groups/0'],
    ['an unknown kind', { kind: 'secret' }, 400, '/kind'],
  ])('is not restricted to %s', async (_what, body, status, path) => {
    const answer = await restrict(plant, body);
    expect([answer.status, answer.body.errors[0].path]).toEqual([status, path]);
    expect((await moderator.get(`/pages/${plant.id}`)).body.privacy).toBeNull();
  });

  it('tells its history', async () => {
    await restrict(plant, { kind: 'groups', groups: [group.id] });
    await moderator.delete(`/pages/${plant.id}/privacy`);
    const { items } = (await moderator.get(`/pages/${plant.id}/history`)).body;
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'page.open', data: { kind: 'groups' } },
      { action: 'page.restrict', data: { kind: 'groups', groups: [{ name: group.name }] } },
    ]);
  });
});
