import type { Grant, Page } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

const on = (page: Pick<Page, 'id'>, ...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'page', id: page.id } }));

describe('a locked page', () => {
  const world = useWorld();
  let bed: Page;
  let ada: WorldClient;
  let ben: WorldClient;
  let plain: WorldClient;

  beforeAll(async () => {
    bed = await world().createPage({ type: 'garden.Bed', title: 'Herbs', publish: true });
    const editing = ['page.add', 'page.edit', 'page.publish', 'page.delete', 'page.bulkDelete'];
    ada = await world().person(on(bed, ...editing, 'page.lock'));
    ben = await world().person(on(bed, ...editing, 'page.lock', 'page.unlock'));
    plain = await world().person(on(bed, ...editing));
  });

  const lockedBy = async (client: WorldClient, title = 'Mint'): Promise<Page> => {
    const page = await world().createPage({ parent: bed, title, fields: { latin: title }, publish: true });
    expect((await client.post(`/pages/${page.id}/lock`)).status).toBe(200);
    return page;
  };
  const write = async (client: WorldClient, page: Pick<Page, 'id'>, fields: object) =>
    client.patch(`/pages/${page.id}`, { baseRevisionId: (await world().page(page.id)).latestRevisionId, fields });

  it('says who locked it and when, in detail and list', async () => {
    const page = await lockedBy(ada);
    const { body } = await plain.get(`/pages/${page.id}`);
    expect(body.lock).toEqual({ by: { id: ada.userId, name: ada.name }, at: expect.any(String), holds: true });
    expect(body).toMatchObject({
      locked: true,
      can: { read: true, edit: false, publish: false, unpublish: false, move: false, delete: false, unlock: false },
    });
    const [row] = (await plain.get(`/pages?ids=${page.id}`)).body.items;
    expect(row.lock.by.name).toBe(ada.name);
  });

  it('is refused to everybody else, whatever they want to do with it', async () => {
    const page = await lockedBy(ada);
    const { latestRevisionId } = await world().page(page.id);
    const refused = [
      await write(plain, page, { height: 2 }),
      await plain.post(`/pages/${page.id}/publish`, { baseRevisionId: latestRevisionId }),
      await plain.post(`/pages/${page.id}/unpublish`),
      await plain.post(`/pages/${page.id}/move`, { parentId: bed.id }),
      await plain.post(`/pages/${page.id}/revert`, { revisionId: latestRevisionId, baseRevisionId: latestRevisionId }),
      await plain.delete(`/pages/${page.id}`),
      await (await world().admin()).delete(`/pages/${page.id}`),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(refused.length).fill([423, 'locked']));
    expect(refused[0]!.body).toMatchObject({
      detail: expect.stringContaining(`“Mint” was locked by ${ada.name}`),
      lock: { by: { id: ada.userId } },
    });
  });

  it('is open to whoever locked it', async () => {
    const page = await lockedBy(ada);
    expect((await ada.get(`/pages/${page.id}`)).body).toMatchObject({
      lock: { holds: false },
      can: { edit: true, unlock: true, lock: false },
    });
    expect((await write(ada, page, { height: 3 })).status).toBe(200);
    expect((await ada.delete(`/pages/${page.id}`)).status).toBe(200);
  });

  it('can still be read by its editors, its versions too', async () => {
    const page = await lockedBy(ada);
    for (const path of ['', '/revisions', '/history', '/usage']) {
      expect((await plain.get(`/pages/${page.id}${path}`)).status).toBe(200);
    }
  });

  it('does not go to the trash with the page above it', async () => {
    const inner = await world().createPage({ type: 'garden.Bed', parent: bed, title: 'Inner bed' });
    const page = await world().createPage({ parent: inner, title: 'Sage', fields: { latin: 'S' } });
    await ada.post(`/pages/${page.id}/lock`);
    const refused = await plain.delete(`/pages/${inner.id}`);
    expect([refused.status, refused.body.detail]).toEqual([423, expect.stringContaining('Sage')]);
    expect((await ada.delete(`/pages/${inner.id}`)).status).toBe(200);
  });

  it('is unlocked by whoever locked it, by who may unlock others’, and by nobody else', async () => {
    const page = await lockedBy(ada);
    expect((await plain.delete(`/pages/${page.id}/lock`)).status).toBe(403);
    expect((await ada.delete(`/pages/${page.id}/lock`)).body).toMatchObject({ locked: false, lock: null });
    await ben.post(`/pages/${page.id}/lock`);
    expect((await ada.delete(`/pages/${page.id}/lock`)).status).toBe(403);
    const other = await lockedBy(ada);
    expect((await ben.delete(`/pages/${other.id}/lock`)).status).toBe(200);
    expect((await write(plain, other, { height: 4 })).status).toBe(200);
  });

  it('is locked by one person at a time, and only with the permission for it', async () => {
    const page = await lockedBy(ada);
    expect((await ben.post(`/pages/${page.id}/lock`)).status).toBe(423);
    expect((await ada.post(`/pages/${page.id}/lock`)).status).toBe(422);
    const free = await world().createPage({ parent: bed });
    expect((await plain.post(`/pages/${free.id}/lock`)).status).toBe(403);
    expect((await ben.delete(`/pages/${free.id}/lock`)).status).toBe(422);
  });

  it('whose owner’s account is gone opens to nobody until it is unlocked', async () => {
    const page = await lockedBy(ada);
    await world().sql('UPDATE page SET locked_by_id = NULL WHERE id = $1', [page.id]);
    expect((await write(ada, page, { height: 5 })).status).toBe(423);
    expect((await ada.delete(`/pages/${page.id}/lock`)).status).toBe(403);
    expect((await ben.delete(`/pages/${page.id}/lock`)).status).toBe(200);
  });

  it('tells its history', async () => {
    const page = await lockedBy(ada);
    await ben.delete(`/pages/${page.id}/lock`);
    const { items } = (await ada.get(`/pages/${page.id}/history`)).body;
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'page.unlock', user: { id: ben.userId }, data: { lockedById: ada.userId } },
      { action: 'page.lock', user: { id: ada.userId } },
    ]);
  });
});
