import { PageTree, UnitOfWork, type Page } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

describe('the trash', () => {
  const world = useWorld();
  let admin: WorldClient;

  beforeAll(async () => {
    admin = await world().admin();
  });

  afterEach(async () => {
    expect(await world().treeFaults()).toEqual([]);
  });

  const bed = (title: string, parent?: Pick<Page, 'id'>, publish = false): Promise<Page> =>
    world().createPage({ type: 'garden.Bed', title, publish, ...(parent ? { parent } : {}) });
  const remove = async (page: Pick<Page, 'id'>, who: WorldClient = admin) => {
    const answer = await who.delete(`/pages/${page.id}`);
    expect(answer.status).toBe(200);
  };
  const rows = async (who: WorldClient, query = ''): Promise<{ id: number }[]> =>
    (await who.get(`/trash?limit=200${query}`)).body.items;
  const on = (permission: string, page: Pick<Page, 'id'>) => ({
    permission,
    scope: { kind: 'page', id: page.id } as const,
  });

  it('says what was deleted, by whom, from where, and how much', async () => {
    const parent = await bed('Herbs');
    const page = await bed('Mint', parent);
    await bed('Peppermint', page);
    await remove(page);
    const { body } = await admin.get('/trash?q=peppermint');
    expect(body).toMatchObject({
      total: 1,
      keepDays: 90,
      items: [
        {
          id: page.id,
          title: 'Mint',
          pages: 2,
          deletedBy: { id: admin.userId },
          formerParent: { id: parent.id, title: 'Herbs', isThere: true },
          can: { restore: true, purge: true },
        },
      ],
    });
    expect((await admin.get('/trash?limit=1')).body.items).toHaveLength(1);
    expect((await admin.get('/trash?colour=red')).status).toBe(400);
  });

  it('shows each person what they could have deleted where it stood, wherever that is now', async () => {
    const [mine, theirs] = [await bed('My border'), await bed('Their border')];
    const [page, other] = [await bed('Mine', mine), await bed('Theirs', theirs)];
    const gardener = await world().person([on('page.delete', mine)]);
    await remove(page);
    await remove(other);
    const seen = async () => (await rows(gardener)).map(({ id }) => id);
    expect(await seen()).toEqual([page.id]);
    expect((await gardener.get(`/trash/${other.id}`)).status).toBe(404);
    expect((await gardener.delete(`/trash/${other.id}`)).status).toBe(404);
    const editor = await world().person([on('page.edit', mine)]);
    expect((await editor.get('/trash')).status).toBe(403);
    // What stood below something that is in the trash too stood where that stood.
    await remove(mine);
    expect((await rows(gardener)).map(({ id }) => id)).toEqual([]);
    const head = await world().person([on('page.delete', await world().home())]);
    expect((await rows(head)).map(({ id }) => id)).toEqual(expect.arrayContaining([page.id, mine.id, other.id]));
    await admin.post(`/pages/${mine.id}/restore`);
    expect(await seen()).toEqual([page.id]);
  });

  it('gives nobody a page of others by putting it below one of their own', async () => {
    const [mine, theirs] = [await bed('My place'), await bed('Their place')];
    const page = await bed('Not mine', theirs);
    await remove(page);
    const gardener = await world().person([on('page.delete', mine), on('page.add', mine)]);
    expect((await gardener.post(`/pages/${page.id}/restore`, { parentId: mine.id })).status).toBe(404);
    expect((await admin.post(`/pages/${page.id}/restore`, { parentId: mine.id })).status).toBe(200);
  });

  it('lets a page go for good with all it had, and the log remembers', async () => {
    const page = await bed('Fleeting', undefined, true);
    await world().edit(page, { slug: 'fleeting-now' }, true);
    const leaf = await world().createPage({ parent: page, title: 'Leaf', fields: { latin: 'L' }, publish: true });
    await admin.send('PUT', `/pages/${leaf.id}/working-copy`, { baseRevisionId: leaf.latestRevisionId, fields: {} });
    await world().sql(`INSERT INTO view_restriction (kind, target_id, restriction) VALUES ('page', $1, 'login')`, [
      leaf.id,
    ]);
    await remove(page);
    const answer = await admin.delete(`/trash/${page.id}`);
    expect([answer.status, answer.body]).toEqual([200, { pages: 2 }]);
    const left = await world().sql(
      `SELECT 'page' AS what FROM page WHERE id = ANY($1) UNION ALL
       SELECT 'plant' FROM garden_plant WHERE page_id = ANY($1) UNION ALL
       SELECT 'revision' FROM revision WHERE subject_type = 'page' AND subject_id = ANY($1) UNION ALL
       SELECT 'working copy' FROM working_copy WHERE subject_type = 'page' AND subject_id = ANY($1) UNION ALL
       SELECT 'reference' FROM reference WHERE source_type = 'page' AND source_id = ANY($1) UNION ALL
       SELECT 'address' FROM page_url WHERE page_id = ANY($1) UNION ALL
       SELECT 'restriction' FROM view_restriction WHERE kind = 'page' AND target_id = ANY($1) UNION ALL
       SELECT 'found' FROM search_entry WHERE subject_type = 'page' AND subject_id = ANY($1)`,
      [[page.id, leaf.id]],
    );
    expect(left).toEqual([]);
    const told = await world().sql(
      `SELECT subject_label AS title, data->>'pages' AS pages FROM audit_entry WHERE action = 'page.purge' AND subject_id = $1`,
      [page.id],
    );
    expect(told).toEqual([{ title: 'Fleeting', pages: '2' }]);
    expect((await admin.get('/api/v2/pages/find/?html_path=/fleeting/')).status).toBe(404);
    expect((await admin.delete(`/trash/${page.id}`)).status).toBe(404);
  });

  it('keeps what content elsewhere or a redirect leads to, until somebody insists', async () => {
    const page = await bed('Wanted');
    const friend = await world().createPage({ title: 'Friend', fields: { neighbour: page.id } });
    await admin.post('/redirects', { oldPath: '/wanted-of-old', pageId: page.id });
    const refused = await admin.delete(`/pages/${page.id}`);
    expect([refused.status, refused.body.code, refused.body.usage]).toMatchObject([
      409,
      'in_use',
      { total: 1, hidden: 0, items: [{ title: 'Friend', draft: true, live: false, places: ['/neighbour'] }] },
    ]);
    expect((await admin.delete(`/pages/${page.id}?force=true`)).status).toBe(200);
    const { body } = await admin.get(`/trash/${page.id}`);
    expect(body).toMatchObject({ usage: { total: 1 }, redirects: ['/wanted-of-old'] });
    expect((await admin.delete(`/trash/${page.id}`)).body).toMatchObject({ code: 'in_use', usage: { total: 1 } });
    await world().edit(friend, { neighbour: null });
    const byRedirect = await admin.delete(`/trash/${page.id}`);
    expect(byRedirect.body).toMatchObject({ code: 'in_use', redirects: ['/wanted-of-old'] });
    expect((await admin.delete(`/trash/${page.id}?force=true`)).status).toBe(200);
    expect((await admin.get('/redirects?q=wanted')).body.total).toBe(0);
  });

  it('is as strict about live pages as taking them offline is', async () => {
    const place = await bed('Strict');
    const page = await bed('Public', place, true);
    await remove(page);
    const gardener = await world().person([on('page.delete', place)]);
    const [row] = await rows(gardener);
    expect(row).toMatchObject({ id: page.id, can: { restore: false, purge: false } });
    expect((await gardener.delete(`/trash/${page.id}`)).status).toBe(403);
    expect((await gardener.post(`/pages/${page.id}/restore`)).status).toBe(403);
  });

  it('is emptied by age, and keeps what something points at', async () => {
    const [old, young, wanted] = [await bed('Old'), await bed('Young'), await bed('Still wanted')];
    await world().createPage({ title: 'Admirer', fields: { neighbour: wanted.id } });
    for (const page of [old, young]) await remove(page);
    await admin.delete(`/pages/${wanted.id}?force=true`);
    await world().sql(`UPDATE trash_entry SET deleted_at = now() - interval '91 days' WHERE page_id = ANY($1)`, [
      [old.id, wanted.id],
    ]);
    const { body } = await admin.post('/trash/purge', { olderThanDays: 90 });
    expect(body).toMatchObject({ pages: 1, kept: [{ title: 'Still wanted' }] });
    const left = (await rows(admin)).map(({ id }) => id);
    expect(left).toEqual(expect.arrayContaining([young.id, wanted.id]));
    expect(left).not.toContain(old.id);
    expect((await admin.post('/trash/purge', { olderThanDays: 90, force: true })).body).toEqual({ pages: 1, kept: [] });
    expect((await admin.post('/trash/purge', {})).status).toBe(400);
  });

  it('waits for whoever is just pointing at a page before it lets it go', async () => {
    const page = await bed('Contested');
    await remove(page);
    let purged: Promise<{ status: number }> | undefined;
    await world()
      .get(UnitOfWork)
      .run(world().system, async (ctx) => {
        await world().get(PageTree).lockForWrite(ctx);
        purged = admin.delete(`/trash/${page.id}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
        await ctx.manager.query(
          `INSERT INTO reference (source_type, source_id, target_type, target_id, pointer, live, draft)
           VALUES ('page', 1, 'page', $1, '/x', false, true)`,
          [page.id],
        );
        ctx.record({ action: 'test.point', subject: { type: 'page', id: 1, label: 'Root' } });
      });
    expect((await purged!).status).toBe(409);
  });
});
