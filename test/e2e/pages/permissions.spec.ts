import { DeletePage, type Grant, type Page } from '@pipit/cms';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

const on = (page: Pick<Page, 'id'>, ...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'page', id: page.id } }));

describe('permissions over HTTP', () => {
  const world = useWorld();
  let mine: Page;
  let inside: Page;
  let outside: Page;

  beforeAll(async () => {
    mine = await world().createPage({ type: 'garden.Bed', title: 'Mine', publish: true });
    inside = await world().createPage({
      parent: mine,
      title: 'Inside',
      fields: { latin: 'I', whereabouts: 'Behind the shed' },
      publish: true,
    });
    outside = await world().createPage({ title: 'Outside', fields: { latin: 'O' }, publish: true });
  });

  const save = async (client: WorldClient, page: Pick<Page, 'id'>, fields: object, publish?: boolean) => {
    const { latestRevisionId } = await world().page(page.id);
    return client.patch(`/pages/${page.id}`, { baseRevisionId: latestRevisionId, fields, publish });
  };

  describe('nobody signed in', () => {
    it('is let in nowhere', async () => {
      const nobody = world().client();
      const answers = [
        await nobody.get('/pages'),
        await nobody.get(`/pages/${inside.id}`),
        await nobody.get(`/pages/${inside.id}/revisions`),
        await nobody.post('/pages', { parentId: mine.id, type: 'garden.Bed', fields: { title: 'x' } }),
        await nobody.delete(`/pages/${inside.id}`),
        await nobody.get('/records/garden.Grower'),
        await nobody.get('/content-types'),
      ];
      expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(401));
    });
  });

  describe('somebody without grants', () => {
    it('sees no page and may do nothing', async () => {
      const somebody = await world().person([]);
      expect((await somebody.get('/pages')).body).toEqual({ total: 0, items: [], order: 'tree' });
      expect((await somebody.get(`/pages/${inside.id}`)).status).toBe(404);
      expect((await save(somebody, inside, {})).status).toBe(403);
      expect((await somebody.get('/records/garden.Grower')).status).toBe(403);
    });
  });

  describe('the editor of a subtree', () => {
    let editor: WorldClient;
    beforeAll(async () => {
      editor = await world().person(on(mine, 'page.add', 'page.edit'));
    });

    it('is shown the subtree, the way to it, and nothing beside it', async () => {
      const { body } = await editor.get('/pages?order=tree');
      expect(body.items.map((item: { title: string }) => item.title)).toEqual(['The walled garden', 'Mine', 'Inside']);
      expect(body.total).toBe(3);
      expect((await editor.get(`/pages/${outside.id}`)).status).toBe(404);
      expect((await editor.get(`/pages?ids=${outside.id}`)).body.total).toBe(0);
      expect((await editor.get('/pages?q=outside')).body.total).toBe(0);
    });

    it('is told of each page what is true', async () => {
      const { body } = await editor.get(`/pages/${inside.id}`);
      expect(body.can).toEqual({
        read: true,
        edit: true,
        publish: false,
        unpublish: false,
        schedule: false,
        privacy: false,
        addChild: true,
        move: false,
        translate: true,
        delete: false,
        lock: false,
        unlock: false,
        copy: true,
        convertAlias: false,
        reorder: false,
      });
      const home = (await editor.get(`/pages/${(await world().home()).id}`)).body;
      expect(home.can).toEqual({
        read: false,
        edit: false,
        publish: false,
        unpublish: false,
        schedule: false,
        privacy: false,
        addChild: false,
        move: false,
        translate: false,
        delete: false,
        lock: false,
        unlock: false,
        copy: false,
        convertAlias: false,
        reorder: false,
      });
      expect(home.childTypes).toEqual([]);
    });

    it('learns of a page on the way where it stands, and not what it says', async () => {
      const home = await world().home();
      const detail = await editor.get(`/pages/${home.id}`);
      expect(detail.body).toMatchObject({
        title: 'The walled garden',
        fields: { title: 'The walled garden', slug: 'home' },
        liveFields: null,
      });
      expect(Object.keys(detail.body.fields)).toEqual(['title', 'slug']);
      for (const path of ['revisions', `revisions/${home.latestRevisionId}`, 'history', 'usage']) {
        expect((await editor.get(`/pages/${home.id}/${path}`)).status).toBe(403);
      }
      expect((await editor.get(`/pages/${inside.id}/ancestors`)).status).toBe(200);
    });

    it('reads everything of a page inside, and nothing of one outside', async () => {
      for (const path of [
        '',
        '/revisions',
        `/revisions/${inside.latestRevisionId}`,
        '/history',
        '/usage',
        '/ancestors',
      ]) {
        expect((await editor.get(`/pages/${inside.id}${path}`)).status).toBe(200);
        const there = path.replace(String(inside.latestRevisionId), String(outside.latestRevisionId));
        expect((await editor.get(`/pages/${outside.id}${there}`)).status).toBe(404);
      }
    });

    it('saves drafts, and neither publishes nor takes offline nor deletes', async () => {
      expect((await save(editor, inside, { height: 4 })).status).toBe(200);
      const statuses = [
        (await save(editor, inside, { height: 5 }, true)).status,
        (
          await editor.post(`/pages/${inside.id}/publish`, {
            baseRevisionId: (await world().page(inside.id)).latestRevisionId,
          })
        ).status,
        (await editor.post(`/pages/${inside.id}/unpublish`)).status,
        (await editor.delete(`/pages/${inside.id}`)).status,
      ];
      expect(statuses).toEqual([403, 403, 403, 403]);
      const body = { parentId: mine.id, type: 'garden.Plant', fields: { title: 'New', latin: 'N' } };
      expect((await editor.post('/pages', { ...body, publish: true })).status).toBe(403);
      expect((await editor.post('/pages', body)).status).toBe(201);
      expect((await world().page(inside.id)).hasUnpublishedChanges).toBe(true);
    });

    it('changes and adds nothing outside, however it is asked', async () => {
      const home = await world().home();
      const fresh = await world().createPage({ parent: mine });
      const statuses = [
        (await save(editor, outside, { height: 4 })).status,
        (await editor.post('/pages', { parentId: home.id, type: 'garden.Bed', fields: { title: 'x' } })).status,
        (await editor.post(`/pages/${fresh.id}/move`, { parentId: home.id })).status,
        (await editor.post(`/pages/${outside.id}/move`, { parentId: mine.id })).status,
        (await editor.post(`/pages/${inside.id}/move`, { parentId: mine.id })).status,
      ];
      // What one has nothing to do with is not there; what one passes on the way to one's own is, and refused.
      expect(statuses).toEqual([404, 403, 403, 404, 403]);
    });

    it('loses what was moved out of the subtree', async () => {
      const page = await world().createPage({ parent: mine, title: 'Moving' });
      expect((await editor.get(`/pages/${page.id}`)).status).toBe(200);
      await (await world().admin()).post(`/pages/${page.id}/move`, { parentId: (await world().home()).id });
      expect((await editor.get(`/pages/${page.id}`)).status).toBe(404);
      expect((await save(editor, page, {})).status).toBe(404);
    });
  });

  describe('a moderator', () => {
    it('publishes, takes offline, deletes and takes back', async () => {
      const moderator = await world().person(on(mine, 'page.add', 'page.edit', 'page.publish', 'page.delete'));
      const page = await world().createPage({ parent: mine, fields: { latin: 'M' } });
      const published = await moderator.post(`/pages/${page.id}/publish`, { baseRevisionId: page.latestRevisionId });
      expect(published.body.can).toEqual({
        read: true,
        edit: true,
        publish: true,
        unpublish: true,
        schedule: true,
        privacy: true,
        addChild: true,
        move: true,
        translate: true,
        delete: true,
        lock: false,
        unlock: false,
        copy: true,
        convertAlias: false,
        reorder: true,
      });
      expect((await moderator.post(`/pages/${page.id}/unpublish`)).status).toBe(200);
      expect((await moderator.delete(`/pages/${page.id}`)).status).toBe(200);
      expect((await moderator.post(`/pages/${page.id}/restore`)).status).toBe(200);
    });

    it('who may delete and not publish leaves live pages alone', async () => {
      const cleaner = await world().person(on(mine, 'page.edit', 'page.delete', 'page.bulkDelete'));
      const bed = await world().createPage({ type: 'garden.Bed', parent: mine });
      await world().createPage({ type: 'garden.Bed', parent: bed, publish: true });
      expect((await cleaner.delete(`/pages/${inside.id}`)).status).toBe(403);
      expect((await cleaner.delete(`/pages/${bed.id}`)).status).toBe(403);
      await world().get(DeletePage).run(world().system, { pageId: bed.id });
      expect((await cleaner.post(`/pages/${bed.id}/restore`)).status).toBe(403);
    });
  });

  describe('somebody who may add pages alone', () => {
    it('edits, deletes and takes back pages of their own while readers do not see them', async () => {
      const writer = await world().person(on(mine, 'page.add'));
      const made = await writer.post('/pages', {
        parentId: mine.id,
        type: 'garden.Plant',
        fields: { title: 'My draft', latin: 'D' },
      });
      expect(made.body.can).toMatchObject({ edit: true, publish: false, delete: true });
      expect((await save(writer, made.body, { height: 1 })).status).toBe(200);
      expect((await writer.delete(`/pages/${made.body.id}`)).status).toBe(200);
      expect((await writer.post(`/pages/${made.body.id}/restore`)).status).toBe(200);
      await world().publish(made.body);
      expect((await save(writer, made.body, { height: 2 })).status).toBe(403);
      expect((await writer.get(`/pages/${made.body.id}`)).body.can).toMatchObject({ edit: false, delete: false });
    });

    it('neither edits nor reads what others wrote, and sees where it stands', async () => {
      const writer = await world().person(on(mine, 'page.add'));
      expect((await save(writer, inside, {})).status).toBe(403);
      const detail = await writer.get(`/pages/${inside.id}`);
      expect(detail.body.fields).toEqual({ title: 'Inside', slug: 'inside' });
      expect((await writer.get(`/pages/${mine.id}`)).body.childTypes).toContain('garden.Plant');
    });
  });

  describe('fields with a permission of their own', () => {
    let editor: WorldClient;
    let insider: WorldClient;
    beforeAll(async () => {
      editor = await world().person(on(mine, 'page.add', 'page.edit'));
      insider = await world().person(on(mine, 'page.add', 'page.edit', 'garden.secrets'));
    });

    it('are hidden from others in drafts, versions and what is live', async () => {
      await world().edit(inside, { whereabouts: 'Under the bench' });
      const revision = (await world().page(inside.id)).latestRevisionId;
      for (const [client, sees] of [
        [editor, false],
        [insider, true],
      ] as const) {
        const { body } = await client.get(`/pages/${inside.id}`);
        expect('whereabouts' in body.fields).toBe(sees);
        expect('whereabouts' in body.liveFields).toBe(sees);
        expect('whereabouts' in (await client.get(`/pages/${inside.id}/revisions/${revision}`)).body.fields).toBe(sees);
        const conflict = await client.patch(`/pages/${inside.id}`, { baseRevisionId: 1, fields: {} });
        expect(conflict.status).toBe(409);
        expect('whereabouts' in conflict.body.current.fields).toBe(sees);
      }
    });

    it('are refused from others, and stay as they are when others write beside them', async () => {
      const refused = await save(editor, inside, { whereabouts: 'Gone', height: 1 });
      expect(refused.status).toBe(403);
      expect(refused.body.errors).toEqual([
        { path: '/fields/whereabouts', code: 'not_writable', message: expect.any(String) },
      ]);
      expect(
        (
          await editor.post('/pages', {
            parentId: mine.id,
            type: 'garden.Plant',
            fields: { title: 'x', whereabouts: 'y' },
          })
        ).status,
      ).toBe(403);
      expect((await save(editor, inside, { height: 2 })).status).toBe(200);
      expect((await insider.get(`/pages/${inside.id}`)).body.fields.whereabouts).toBe('Under the bench');
      expect((await save(insider, inside, { whereabouts: 'In the open' })).status).toBe(200);
    });

    it('are not brought back by others’ reverting', async () => {
      const page = await world().createPage({ parent: mine, fields: { whereabouts: 'First', height: 1 } });
      await world().edit(page, { whereabouts: 'Second', height: 2 });
      const { latestRevisionId } = await world().page(page.id);
      const body = { revisionId: page.latestRevisionId, baseRevisionId: latestRevisionId };
      expect((await editor.post(`/pages/${page.id}/revert`, body)).body.fields).toMatchObject({ height: 1 });
      expect((await insider.get(`/pages/${page.id}`)).body.fields).toMatchObject({ height: 1, whereabouts: 'Second' });
    });

    it('that code alone changes are shown and refused, from administrators too', async () => {
      const admin = await world().admin();
      const refused = await save(admin, inside, { stamp: 'x' });
      expect(refused.body.errors).toMatchObject([{ path: '/fields/stamp', code: 'not_writable' }]);
      expect((await save(admin, inside, { stamp: '' })).status).toBe(200);
      await world().edit(inside, { stamp: 'by code' });
      expect((await admin.get(`/pages/${inside.id}`)).body.fields.stamp).toBe('by code');
    });
  });

  it('say no more about users of a page than the asking person may see', async () => {
    const editor = await world().person(on(mine, 'page.edit'));
    await world().edit(outside, { neighbour: inside.id });
    const answer = await editor.get(`/pages/${inside.id}/usage`);
    expect(answer.body).toEqual({ total: 0, hidden: 1, items: [] });
    expect((await (await world().admin()).get(`/pages/${inside.id}/usage`)).body.items[0].title).toBe('Outside');
  });
});
