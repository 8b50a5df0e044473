import { DeletePage, RestorePage, UnpublishPage, newUuid, type Page } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

describe('mirrors of pages', () => {
  const world = useWorld();

  afterEach(async () => {
    expect(await world().treeFaults()).toEqual([]);
  });

  const bed = (title: string, parent?: Pick<Page, 'id'>, publish = true) =>
    world().createPage({ type: 'garden.Bed', title, publish, ...(parent ? { parent } : {}) });
  const plant = (title: string, parent: Pick<Page, 'id'>, fields: object = {}) =>
    world().createPage({ title, parent, publish: true, fields: { latin: title, ...fields } });
  const mirror = async (page: Pick<Page, 'id'>, parent: Pick<Page, 'id'>, how: object = {}) => {
    const answer = await (
      await world().admin()
    ).post(`/pages/${page.id}/copy`, { parentId: parent.id, alias: true, ...how });
    expect(answer.status).toBe(201);
    return answer.body as { id: number; title: string };
  };
  const shown = async (id: number) => {
    const [row] = await world().sql(
      `SELECT p.title, p.live, g.latin,
              (SELECT json_agg(s.title ORDER BY s.sort_order) FROM garden_care_step s WHERE s.owner_id = p.id) AS steps,
              (SELECT title FROM search_entry WHERE subject_type = 'page' AND subject_id = p.id) AS found,
              (SELECT count(*)::int FROM page_url WHERE page_id = p.id AND is_current) AS addresses
         FROM page p JOIN garden_plant g ON g.page_id = p.id WHERE p.id = $1`,
      [id],
    );
    return row;
  };
  const step = (title: string) => ({ id: newUuid(), title, tools: [{ id: newUuid(), title: 'Spade', lender: null }] });

  it('show what their page shows, publication by publication', async () => {
    const [here, there] = [await bed('Here'), await bed('There')];
    const page = await plant('First', here, { steps: [step('Water')] });
    const alias = await mirror(page, there);
    const first = { title: 'First', live: true, latin: 'First', steps: ['Water'], found: 'First', addresses: 1 };
    expect(await shown(alias.id)).toEqual(first);
    await world().edit(page, { title: 'Second', latin: 'Secundus', steps: [step('Prune'), step('Wait')] });
    expect(await shown(alias.id)).toEqual(first);
    await world().publish(page);
    const second = { title: 'Second', latin: 'Secundus', steps: ['Prune', 'Wait'], found: 'Second' };
    expect(await shown(alias.id)).toEqual({ ...first, ...second });
    await world().get(UnpublishPage).run(world().system, { pageId: page.id });
    expect(await shown(alias.id)).toMatchObject({ live: false, found: null, addresses: 0 });
    await world().publish(page);
    expect(await shown(alias.id)).toEqual({ ...first, ...second });
  });

  it('mirror whole sections, and mirrors of mirrors mirror the original', async () => {
    const section = await bed('Section');
    const page = await plant('Leaf', section);
    const alias = await mirror(section, await bed('Elsewhere'), { recursive: true });
    const rows = await world().sql<{ id: number; alias_of_id: number }>(
      'SELECT id, alias_of_id FROM page WHERE parent_id = $1',
      [alias.id],
    );
    expect(rows).toMatchObject([{ alias_of_id: page.id }]);
    const again = await mirror(rows[0]!, await bed('Third'));
    expect(await world().page(again.id)).toMatchObject({ aliasOfId: page.id });
    await world().edit(page, { title: 'Renamed' }, true);
    expect([await shown(rows[0]!.id), await shown(again.id)]).toMatchObject([
      { title: 'Renamed' },
      { title: 'Renamed' },
    ]);
  });

  it('follow along chains an import made, circles included', async () => {
    const place = await bed('Chain');
    const [page, second, third] = [await plant('One', place), await plant('Two', place), await plant('Three', place)];
    await world().sql('UPDATE page SET alias_of_id = $2 WHERE id = $1', [second.id, page.id]);
    await world().sql('UPDATE page SET alias_of_id = $2 WHERE id = $1', [third.id, second.id]);
    await world().edit(page, { title: 'Uno' }, true);
    expect(await shown(third.id)).toMatchObject({ title: 'Uno' });
    await world().sql('UPDATE page SET alias_of_id = $2 WHERE id = $1', [page.id, third.id]);
    await world().sql('UPDATE page SET alias_of_id = NULL WHERE id = $1', [page.id]);
  });

  it('cannot be edited, published or taken offline, and say whom they mirror', async () => {
    const page = await plant('Original', await bed('Originals'));
    const alias = await mirror(page, await bed('Mirrors'));
    const admin = await world().admin();
    const detail = (await admin.get(`/pages/${alias.id}`)).body;
    expect(detail).toMatchObject({
      aliasOf: { id: page.id, title: 'Original' },
      fields: { latin: 'Original' },
      can: { edit: false, publish: false, unpublish: false, move: true, delete: true, copy: true, convertAlias: true },
    });
    const answers = [
      await admin.patch(`/pages/${alias.id}`, { baseRevisionId: null, fields: { latin: 'x' } }),
      await admin.post(`/pages/${alias.id}/publish`, { baseRevisionId: null }),
      await admin.post(`/pages/${alias.id}/unpublish`),
      await admin.send('PUT', `/pages/${alias.id}/working-copy`, { baseRevisionId: null, fields: { latin: 'x' } }),
    ];
    for (const { status, body } of answers) {
      expect([status, body]).toMatchObject([
        409,
        { code: 'page_is_alias', aliasOf: { id: page.id, title: 'Original' } },
      ]);
    }
    expect((await admin.post(`/pages/${alias.id}/move`, { parentId: (await bed('New place')).id })).status).toBe(200);
  });

  it('are read by whoever may read their page', async () => {
    const page = await plant('Private', await bed('Behind the wall'));
    const alias = await mirror(page, await bed('Before the wall'));
    const admin = await world().admin();
    const restrictions = () =>
      world().sql('SELECT restriction FROM view_restriction WHERE target_id IN ($1, $2)', [page.id, alias.id]);
    expect((await admin.send('PUT', `/pages/${page.id}/privacy`, { kind: 'login' })).status).toBe(200);
    expect(await restrictions()).toEqual([{ restriction: 'login' }, { restriction: 'login' }]);
    const own = await admin.send('PUT', `/pages/${alias.id}/privacy`, { kind: 'login' });
    expect(own.body).toMatchObject({ status: 409, code: 'page_is_alias' });
    await admin.delete(`/pages/${page.id}/privacy`);
    expect(await restrictions()).toEqual([]);
  });

  it('become pages of their own on request, and go their own way from then on', async () => {
    const page = await plant('Parent', await bed('Family'), { steps: [step('Grow')] });
    const alias = await mirror(page, await bed('Leaving'));
    const admin = await world().admin();
    const converted = await admin.post(`/pages/${alias.id}/convert-alias`);
    expect(converted.body).toMatchObject({ aliasOf: null, state: 'live', can: { edit: true } });
    expect(converted.body.revisionId).toEqual(converted.body.liveRevisionId);
    expect((await admin.post(`/pages/${alias.id}/convert-alias`)).status).toBe(422);
    await world().edit(alias, { latin: 'Own' }, true);
    await world().edit(page, { latin: 'Changed' }, true);
    expect(await shown(alias.id)).toMatchObject({ latin: 'Own', steps: ['Grow'] });
    const history = await admin.get(`/pages/${alias.id}/history`);
    expect(history.body.items.map(({ action }: { action: string }) => action)).toEqual([
      'page.publish',
      'page.edit',
      'page.convertAlias',
      'page.createAlias',
    ]);
  });

  it('stay while their page is in the trash, and mirror it again when it comes back', async () => {
    const page = await plant('Fallen', await bed('Falling'));
    const alias = await mirror(page, await bed('Standing'));
    await world().get(DeletePage).run(world().system, { pageId: page.id });
    expect(await shown(alias.id)).toMatchObject({ title: 'Fallen', live: true });
    await world().get(RestorePage).run(world().system, { pageId: page.id });
    await world().edit(page, { title: 'Risen' }, true);
    expect(await shown(alias.id)).toMatchObject({ title: 'Risen' });
  });

  it('do not take a value away that only one live page may have', async () => {
    const page = await plant('Unique', await bed('Only'));
    await mirror(page, await bed('Others'));
    await world().edit(page, { latin: 'Unicus' }, true);
    expect(await shown(page.id)).toMatchObject({ latin: 'Unicus' });
  });
});
