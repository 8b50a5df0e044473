import { MoveChildren, SetUrlPaths, type Page } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

describe('putting children in order', () => {
  const world = useWorld();

  afterEach(async () => {
    expect(await world().treeFaults()).toEqual([]);
  });

  const bed = (title: string, parent?: Pick<Page, 'id'>) =>
    world().createPage({ type: 'garden.Bed', title, ...(parent ? { parent } : {}) });
  const section = async (...titles: string[]) => {
    const parent = await bed('Section');
    const ids: number[] = [];
    for (const title of titles) ids.push((await bed(title, parent)).id);
    return { parent, ids };
  };
  const reorder = async (parent: Pick<Page, 'id'>, body: object) =>
    (await world().admin()).post(`/pages/${parent.id}/reorder-children`, body);
  const titles = async (parent: Pick<Page, 'id'>) =>
    (
      await world().sql<{ title: string }>('SELECT title FROM page WHERE parent_id = $1 ORDER BY path', [parent.id])
    ).map(({ title }) => title);

  it('sorts by a field once and for all, whole subtrees with their tops', async () => {
    const { parent, ids } = await section('cedar', 'Ash', 'Birch');
    const leaf = await bed('Leaf', { id: ids[0]! });
    expect((await reorder(parent, { order: 'title' })).status).toBe(204);
    expect(await titles(parent)).toEqual(['Ash', 'Birch', 'cedar']);
    await reorder(parent, { order: '-title' });
    expect(await titles(parent)).toEqual(['cedar', 'Birch', 'Ash']);
    expect((await world().page(leaf.id)).path.startsWith((await world().page(ids[0]!)).path)).toBe(true);
    await world().edit({ id: ids[1]! }, { soil: 'loam' });
    await reorder(parent, { order: '-updated' });
    expect((await titles(parent))[0]).toBe('Ash');
  });

  it('takes an order by hand; children it does not name follow as they stand', async () => {
    const { parent, ids } = await section('A', 'B', 'C', 'D');
    await reorder(parent, { ids: [ids[2], ids[0]] });
    expect(await titles(parent)).toEqual(['C', 'A', 'B', 'D']);
    const audit = await (await world().admin()).get(`/pages/${parent.id}/history`);
    expect(audit.body.items[0]).toMatchObject({ action: 'page.reorder', data: { children: 4 } });
  });

  it('refuses orders that name other pages, the same page twice, or nothing', async () => {
    const { parent, ids } = await section('A', 'B');
    const cases: [object, object][] = [
      [{ ids: [ids[0], 1] }, { path: '/ids/1', code: 'no_child' }],
      [{ ids: [ids[0], ids[0]] }, { path: '/ids/1', code: 'no_child' }],
      [{}, { path: '/order', code: 'one_of' }],
      [
        { order: 'title', ids },
        { path: '/order', code: 'one_of' },
      ],
    ];
    for (const [body, error] of cases) {
      expect((await reorder(parent, body)).body).toMatchObject({ status: 422, errors: [error] });
    }
    expect(await titles(parent)).toEqual(['A', 'B']);
  });

  it('needs the right to publish on the parent, and nothing else', async () => {
    const { parent, ids } = await section('A', 'B');
    const who = (permission: string) => world().person([{ permission, scope: { kind: 'page', id: parent.id } }]);
    const editor = await who('page.edit');
    expect((await editor.post(`/pages/${parent.id}/reorder-children`, { order: 'title' })).status).toBe(403);
    const publisher = await who('page.publish');
    expect((await publisher.post(`/pages/${parent.id}/reorder-children`, { order: '-title' })).status).toBe(204);
    expect(await titles(parent)).toEqual(['B', 'A']);
    const moved = await publisher.post(`/pages/${ids[1]}/move`, { parentId: parent.id, before: null });
    expect(moved.status).toBe(200);
    expect(await titles(parent)).toEqual(['A', 'B']);
  });

  it('moves all children of a page below another, or none', async () => {
    const { parent, ids } = await section('A', 'B');
    const { parent: target } = await section('C');
    const move = (fromId: number, toId: number) => world().get(MoveChildren).run(world().system, { fromId, toId });
    expect(await move(parent.id, target.id)).toEqual({ pages: 2 });
    expect([await titles(parent), await titles(target)]).toEqual([[], ['C', 'A', 'B']]);
    const clash = await section('D', 'A');
    await expect(move(clash.parent.id, target.id)).rejects.toMatchObject({ errors: [{ code: 'taken' }] });
    expect(await titles(clash.parent)).toEqual(['D', 'A']);
    await world().sql(`UPDATE page SET url_path = '/wrong/' WHERE id = $1`, [ids[0]]);
    expect(await world().get(SetUrlPaths).run(world().system, undefined)).toEqual({ pages: 1 });
    expect((await world().page(ids[0]!)).urlPath).toBe(`${(await world().page(target.id)).urlPath}a/`);
  });

  it('orders ten thousand children in a few statements', async () => {
    const { parent } = await section('Only');
    await world().sql(
      `INSERT INTO page (uuid, path, sort_key, depth, parent_id, type, title, draft_title, slug, url_path, locale_id)
       SELECT gen_random_uuid(), $2 || 'b' || lpad(n::text, 5, '0') || '.', 'b' || lpad(n::text, 5, '0'), $3, $1, 'garden.Bed',
              'Page ' || md5(n::text), 'Page ' || md5(n::text), 'p' || n, $4 || 'p' || n || '/', $5 FROM generate_series(1, 9999) n`,
      [parent.id, parent.path, parent.depth + 1, parent.urlPath, parent.localeId],
    );
    await world().sql('UPDATE page SET child_count = 10000 WHERE id = $1', [parent.id]);
    expect((await reorder(parent, { order: 'title' })).status).toBe(204);
    const sorted = await titles(parent);
    expect(sorted).toHaveLength(10_000);
    expect(sorted).toEqual([...sorted].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    await world().sql('DELETE FROM page WHERE parent_id = $1', [parent.id]);
    await world().sql('UPDATE page SET child_count = 0 WHERE id = $1', [parent.id]);
  });
});
