import { WorkingCopies, type Page } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';
import type { WorldClient } from '../../support/world/client.js';

describe('working copies of pages', () => {
  const world = useWorld();
  const url = (page: Pick<Page, 'id'>) => `/pages/${page.id}/working-copy`;
  const keep = (person: WorldClient, page: Page, fields: object, rest: object = {}) =>
    person.send('PUT', url(page), { baseRevisionId: page.latestRevisionId, fields, ...rest });

  it('keep what one person typed, and make no version of it', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ fields: { latin: 'Rosa' } });
    expect((await admin.get(url(page))).body).toEqual({ workingCopy: null });
    const kept = await keep(admin, page, { latin: 'Rosa can' });
    expect(kept).toMatchObject({ status: 200, body: { updatedAt: expect.any(String) } });
    expect((await admin.get(url(page))).body.workingCopy).toMatchObject({
      baseRevisionId: page.latestRevisionId,
      changedFields: ['latin'],
      fields: { latin: 'Rosa can', title: page.draftTitle, height: 30 },
      updatedAt: kept.body.updatedAt,
    });
    expect((await admin.get(`/pages/${page.id}`)).body.fields).toMatchObject({ latin: 'Rosa' });
    expect((await admin.get(`/pages/${page.id}/revisions`)).body.total).toBe(1);
    expect((await admin.get(`/pages/${page.id}/history`)).body.total).toBe(1);
  });

  it('are seen by nobody else', async () => {
    const admin = await world().admin();
    const page = await world().createPage();
    const home = await world().home();
    const grants = ['page.edit'].map((permission) => ({ permission, scope: { kind: 'page', id: home.id } as const }));
    const other = await world().person(grants);
    await keep(admin, page, { latin: 'Mine' });
    expect((await other.get(url(page))).body.workingCopy).toBeNull();
    await keep(other, page, { latin: 'Theirs' });
    expect((await admin.get(url(page))).body.workingCopy.fields.latin).toBe('Mine');
    const stranger = await world().person([]);
    for (const answer of [
      await stranger.get(url(page)),
      await keep(stranger, page, {}),
      await stranger.delete(url(page)),
    ])
      expect(answer.status).toBe(403);
  });

  it('may be as incomplete as half a word, but never of the wrong shape', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ type: 'garden.EveryKind' });
    const half = { title: '', slug: 'two words', char: 'a', integer: 5000, decimal: '1.999' };
    expect((await keep(admin, page, half)).status).toBe(200);
    expect((await admin.get(url(page))).body.workingCopy.fields).toMatchObject(half);
    const wrong = [
      [{ integer: 'many' }, '/fields/integer'],
      [{ char: null, text: 7 }, '/fields/text'],
      [{ richText: '<script>alert(1)</script>' }, '/fields/richText'],
      [{ stranger: 1 }, '/fields/stranger'],
    ] as const;
    for (const [fields, path] of wrong) {
      const answer = await keep(admin, page, fields);
      expect([answer.status, answer.body.errors]).toEqual([422, [expect.objectContaining({ path })]]);
    }
    expect((await admin.get(url(page))).body.workingCopy.fields).toMatchObject(half);
  });

  it('are dropped by saving, and by giving them up', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ fields: { latin: 'A' } });
    await keep(admin, page, { latin: 'B' });
    await admin.patch(`/pages/${page.id}`, { baseRevisionId: page.latestRevisionId, fields: { latin: 'B' } });
    expect((await admin.get(url(page))).body.workingCopy).toBeNull();
    await keep(admin, await world().page(page.id), { latin: 'C' });
    expect((await admin.delete(url(page))).status).toBe(204);
    expect((await admin.get(url(page))).body.workingCopy).toBeNull();
  });

  it('of two windows neither overwrites the other’s unsaved work', async () => {
    const admin = await world().admin();
    const page = await world().createPage();
    const first = await keep(admin, page, { latin: 'A' }, { replaces: null });
    const second = await keep(admin, page, { latin: 'B' }, { replaces: null });
    expect([second.status, second.body.code]).toEqual([409, 'working_copy_conflict']);
    const next = await keep(admin, page, { latin: 'AA' }, { replaces: first.body.updatedAt });
    expect(next.status).toBe(200);
    expect((await keep(admin, page, { latin: 'AB' }, { replaces: first.body.updatedAt })).status).toBe(409);
    expect((await admin.get(url(page))).body.workingCopy.fields.latin).toBe('AA');
  });

  it('do not come back by a request that arrives after the save', async () => {
    const admin = await world().admin();
    const page = await world().createPage();
    const { body } = await keep(admin, page, { latin: 'A' }, { replaces: null });
    await admin.patch(`/pages/${page.id}`, { baseRevisionId: page.latestRevisionId, fields: { latin: 'AB' } });
    expect((await keep(admin, page, { latin: 'AB' }, { replaces: body.updatedAt })).status).toBe(409);
    expect((await admin.get(url(page))).body.workingCopy).toBeNull();
  });

  it('begin with a version of that page, or with none where it never had one', async () => {
    const admin = await world().admin();
    const page = await world().createPage();
    const other = await world().createPage();
    const body = { baseRevisionId: other.latestRevisionId, fields: {} };
    expect((await admin.send('PUT', url(page), body)).body.code).toBe('base_revision_gone');
    await world().sql('UPDATE page SET latest_revision_id = NULL WHERE id = $1', [page.id]);
    expect((await admin.send('PUT', url(page), { baseRevisionId: null, fields: { latin: 'X' } })).status).toBe(200);
  });

  it('neither show nor take what the person may not see', async () => {
    const home = await world().home();
    const editor = await world().person([{ permission: 'page.edit', scope: { kind: 'page', id: home.id } }]);
    const page = await world().createPage({ fields: { whereabouts: 'Behind the shed' } });
    await keep(editor, page, { latin: 'A' });
    expect((await editor.get(url(page))).body.workingCopy.fields).not.toHaveProperty('whereabouts');
    expect((await keep(editor, page, { whereabouts: 'Elsewhere' })).status).toBe(403);
    const ctx = world().ctxOf({ id: editor.userId, name: editor.name, email: editor.email });
    const found = await world().get(WorkingCopies).find(ctx, { type: 'page', id: page.id });
    expect(found?.snapshot.fields).toMatchObject({ latin: 'A', whereabouts: 'Behind the shed' });
  });
});
