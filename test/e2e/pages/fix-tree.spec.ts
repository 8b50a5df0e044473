import { FixTree, type Page } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

describe('mending the tree', () => {
  const world = useWorld();
  const mend = (dryRun = false) => world().get(FixTree).run(world().system, { dryRun });
  const bed = (parent?: Page, title?: string) =>
    world().createPage({
      type: 'garden.Bed',
      publish: true,
      ...(parent ? { parent } : {}),
      ...(title ? { title } : {}),
    });

  afterEach(async () => {
    expect(await mend(true)).toEqual([]);
  });

  it('tells of everything, and changes nothing, when it is only to look', async () => {
    const page = await bed();
    await world().sql(`UPDATE page SET depth = 9, child_count = 7, url_path = '/x/' WHERE id = $1`, [page.id]);
    const found = await mend(true);
    expect(found.map(({ what }) => what).sort()).toEqual(['wrong URL path', 'wrong child count', 'wrong depth']);
    expect(await mend(true)).toEqual(found);
    expect(await mend()).toEqual(found);
    expect((await world().page(page.id)).urlPath).toBe(page.urlPath);
  });

  it('opens a circle of pages where the one furthest up stood before', async () => {
    const above = await bed();
    const top = await bed(above);
    const below = await bed(top);
    const beside = await bed(below);
    await world().sql('UPDATE page SET parent_id = $2 WHERE id = $1', [top.id, below.id]);
    const lost = (await mend(true)).filter(({ what }) => what === 'no root above it');
    expect(lost.map(({ pageId }) => pageId)).toEqual([top.id, below.id, beside.id]);
    await mend();
    expect((await world().page(top.id)).parentId).toBe(above.id);
    expect((await world().page(beside.id)).urlPath).toBe(beside.urlPath);
  });

  it('puts a circle below the root when nothing says where it stood', async () => {
    const page = await bed();
    await world().sql(`UPDATE page SET parent_id = id, path = 'nowhere.x.' WHERE id = $1`, [page.id]);
    await mend();
    expect(await world().page(page.id)).toMatchObject({ parentId: 1, depth: 2 });
  });

  it('parts siblings with one address, in the draft too', async () => {
    const [first, second] = [await bed(undefined, 'Twin'), await bed(undefined, 'Other')];
    await world().sql('DROP INDEX page_sibling_slug');
    await world().sql(`UPDATE page SET slug = 'Twin' WHERE id = $1`, [second.id]);
    await world().sql(
      `UPDATE revision SET snapshot = jsonb_set(snapshot, '{base,slug}', '"Twin"') WHERE id = (SELECT latest_revision_id FROM page WHERE id = $1)`,
      [second.id],
    );
    expect((await mend()).map(({ pageId, what }) => [pageId, what])).toContainEqual([
      second.id,
      'the slug of a sibling',
    ]);
    expect([(await world().page(first.id)).slug, (await world().page(second.id)).slug]).toEqual(['twin', 'Twin-2']);
    const detail = await (await world().admin()).get(`/pages/${second.id}`);
    expect(detail.body.fields.slug).toBe('Twin-2');
  });

  it('writes a missing row of a type anew, from what was published', async () => {
    const page = await world().createPage({ type: 'garden.Bed', fields: { soil: 'loam' }, publish: true });
    await world().edit(page, { soil: 'sand' });
    await world().sql('DELETE FROM garden_bed WHERE page_id = $1', [page.id]);
    expect(await mend()).toEqual([{ pageId: page.id, what: 'no row of its type' }]);
    expect(await world().sql('SELECT soil FROM garden_bed WHERE page_id = $1', [page.id])).toEqual([{ soil: 'loam' }]);
  });
});
