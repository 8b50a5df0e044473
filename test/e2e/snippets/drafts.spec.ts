import { ROOT_ID, newUuid, type Grant, type JsonObject } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';
import { noticeBoard } from './notice-board.js';

const forNotices = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'type', name: 'garden.Notice' } }));

describe('snippets with drafts', () => {
  const world = useWorld({ project: noticeBoard });
  const url = '/records/garden.Notice';
  const add = async (fields: JsonObject, publish = false) => {
    const answer = await (await world().admin()).post(url, { fields, publish });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const row = async (id: number) => (await world().sql(`SELECT * FROM garden_notice WHERE id = $1`, [id]))[0];

  it('begin as drafts, which may lack what is required to publish', async () => {
    const admin = await world().admin();
    const made = await add({ title: 'Closed on Monday' });
    expect(made).toMatchObject({ state: 'draft', version: 1, live: null, fields: { wording: '' } });
    const refused = await admin.post(`${url}/${made.id}/publish`);
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ path: '/fields/wording', code: 'required', message: expect.any(String) }],
    ]);
    expect((await admin.post(url, { fields: { wording: 'x' } })).body.errors).toMatchObject([
      { path: '/fields/title', code: 'required' },
    ]);
    expect((await admin.post(url, { fields: { title: 'T' }, publish: true })).status).toBe(422);
  });

  it('go live at once where that is asked for', async () => {
    const admin = await world().admin();
    const made = await add({ title: 'Open', wording: 'Come in' }, true);
    expect(made).toMatchObject({ state: 'live', live: { title: 'Open' }, can: { publish: true } });
    const edited = await admin.patch(`${url}/${made.id}`, {
      baseVersion: made.version,
      fields: { wording: 'Do come in' },
      publish: true,
    });
    expect(edited.body).toMatchObject({ state: 'live', live: { wording: 'Do come in' } });
    expect(await row(made.id)).toMatchObject({ live: true, has_unpublished_changes: false, wording: 'Do come in' });
  });

  it('are joined with what others saved meanwhile, unless both changed the same', async () => {
    const [admin, other] = [await world().admin(), await world().person(forNotices('snippet.edit', 'snippet.publish'))];
    const made = await add({ title: 'Frogs', wording: 'In the pond' });
    const base = { baseVersion: made.version, baseRevisionId: made.revisionId };
    await other.patch(`${url}/${made.id}`, { ...base, fields: { wording: 'By the pond', title: 'Toads' } });
    const conflict = await admin.patch(`${url}/${made.id}`, { ...base, fields: { wording: 'Near the pond' } });
    expect(conflict).toMatchObject({
      status: 409,
      body: {
        code: 'edit_conflict',
        paths: ['/fields/wording'],
        joined: ['/fields/title'],
        base: { fields: { wording: 'In the pond' } },
        conflicts: [{ place: '/wording', mine: { type: 'text' } }],
      },
    });
    const resolve = { against: conflict.body.current.version, choices: { '/wording': 'mine' } };
    const settled = await admin.patch(`${url}/${made.id}`, { ...base, fields: { wording: 'Near the pond' }, resolve });
    expect(settled.body).toMatchObject({
      fields: { title: 'Toads', wording: 'Near the pond' },
      merged: { by: [{ id: other.userId }], paths: ['/fields/title'] },
    });
    const [old, now] = [made.revisionId, settled.body.revisionId];
    const compared = await admin.get(`${url}/${made.id}/compare?from=${old}&to=${now}`);
    expect(compared.body.fields.map(({ name }: { name: string }) => name)).toEqual(['title', 'wording']);
    const named = await admin.patch(`${url}/${made.id}/revisions/${old}`, { name: 'First words' });
    expect(named.body).toMatchObject({ id: old, name: 'First words' });
    const back = { revisionId: old, baseVersion: settled.body.version, fields: ['title'] };
    const restored = await admin.post(`${url}/${made.id}/revert`, back);
    expect(restored.body.fields).toMatchObject({ title: 'Frogs', wording: 'Near the pond' });
  });

  it('keep unsaved work of each person apart, until it is saved', async () => {
    const admin = await world().admin();
    const made = await add({ title: 'Bees', wording: 'Mind them' }, true);
    const at = `${url}/${made.id}/working-copy`;
    const kept = await admin.send('PUT', at, { baseRevisionId: made.revisionId, fields: { wording: '', title: '' } });
    expect(kept.status).toBe(200);
    expect((await admin.get(at)).body.workingCopy).toMatchObject({
      baseRevisionId: made.revisionId,
      changedFields: ['title', 'wording'],
      fields: { title: '', wording: '' },
    });
    const other = await world().person(forNotices('snippet.edit'));
    expect((await other.get(at)).body.workingCopy).toBeNull();
    expect((await other.get(`/records/garden.Grower/1/working-copy`)).status).toBe(404);
    await admin.patch(`${url}/${made.id}`, { baseVersion: made.version, fields: { wording: 'Mind the bees' } });
    expect((await admin.get(at)).body.workingCopy).toBeNull();
  });

  it('stay as they are for readers while the draft moves on', async () => {
    const admin = await world().admin();
    const made = await add({ title: 'Tea', wording: 'At four' }, true);
    const body = { baseVersion: made.version, fields: { title: 'Coffee', wording: '' } };
    const edited = await admin.patch(`${url}/${made.id}`, body);
    expect(edited.body).toMatchObject({
      state: 'live+draft',
      title: 'Coffee',
      version: made.version + 1,
      fields: { title: 'Coffee', wording: '' },
      live: { title: 'Tea', wording: 'At four' },
    });
    expect(await row(made.id)).toMatchObject({ title: 'Tea', live: true, has_unpublished_changes: true });
    expect((await admin.post(`${url}/${made.id}/publish`)).status).toBe(422);
    expect(await row(made.id)).toMatchObject({ title: 'Tea' });
  });

  it('remember their first and last publication', async () => {
    const admin = await world().admin();
    const { id, version } = await add({ title: 'A', wording: 'a' }, true);
    const first = await row(id);
    await admin.patch(`${url}/${id}`, { baseVersion: version, fields: { title: 'B' }, publish: true });
    const second = await row(id);
    expect(second!['first_published_at']).toEqual(first!['first_published_at']);
    expect(second!['last_published_at']).not.toEqual(first!['last_published_at']);
    expect(second!['live_revision_id']).toBe(second!['latest_revision_id']);
  });

  it('are hidden from readers by unpublishing, with all they hold', async () => {
    const admin = await world().admin();
    const { id } = await add({ title: 'Up', wording: 'and away' }, true);
    const hidden = await admin.post(`${url}/${id}/unpublish`);
    expect(hidden.body).toMatchObject({ state: 'draft', live: null, fields: { wording: 'and away' } });
    expect((await admin.post(`${url}/${id}/unpublish`)).status).toBe(422);
    expect((await admin.post(`${url}/${id}/publish`)).body.state).toBe('live');
  });

  it('are listed with their state', async () => {
    const admin = await world().admin();
    const { items } = (await admin.get(`${url}?q=Tea`)).body;
    expect(items).toMatchObject([
      { title: 'Coffee', state: 'live+draft', can: { edit: true, delete: true, publish: true } },
    ]);
    expect((await admin.get('/records/garden.Grower')).body.items).toEqual([]);
  });

  it('are listed by the name of their newest draft, filtered and ordered by their state', async () => {
    const admin = await world().admin();
    const live = await add({ title: 'State live', wording: 'w' }, true);
    const both = await add({ title: 'State both', wording: 'w' }, true);
    await admin.patch(`${url}/${both.id}`, { baseVersion: both.version, fields: { title: 'State renamed' } });
    const draft = await add({ title: 'State draft' });
    const listed = async (query: string) => {
      const { status, body } = await admin.get(`${url}?ids=${live.id},${both.id},${draft.id}&${query}`);
      return status === 200 ? body.items.map(({ title, state }: JsonObject) => `${title}: ${state}`) : status;
    };
    expect(await listed('q=renamed')).toEqual(['State renamed: live+draft']);
    const [liveRow, bothRow, draftRow] = ['State live: live', 'State renamed: live+draft', 'State draft: draft'];
    expect(await listed('order=state')).toEqual([draftRow, liveRow, bothRow]);
    expect(await listed('order=-state')).toEqual([bothRow, liveRow, draftRow]);
    expect(await listed('filter.state=live%2Bdraft')).toEqual([bothRow]);
    expect(await listed('filter.state.in=live,draft&order=id')).toEqual([liveRow, draftRow]);
    expect(await listed('filter.state.ne=draft&order=id')).toEqual([liveRow, bothRow]);
    for (const odd of ['filter.state=gone', 'filter.state.contains=live', 'filter.state.in='])
      expect(await listed(odd)).toBe(400);
    expect((await admin.get('/records/garden.Grower?filter.state=live')).status).toBe(400);
    expect((await admin.get('/records/garden.Grower?order=state')).status).toBe(400);
    const { list } = (await admin.get('/content-types/garden.Notice')).body;
    expect(list.filters[0]).toMatchObject({ name: 'state', operators: ['eq', 'ne', 'in'] });
  });

  it('are looked through for blocks of types that are gone: what is live and what is drafted', async () => {
    const admin = await world().admin();
    const leaflets = '/records/garden.Leaflet';
    const gone = (name: string) => ({ id: newUuid(), type: name, value: null });
    const make = async (title: string, block: string, publish: boolean) =>
      (await admin.post(leaflets, { fields: { title, body: [gone(block)] }, publish })).body;
    const shown = await make('Shown', 'old', true);
    await admin.patch(`${leaflets}/${shown.id}`, {
      baseVersion: shown.version,
      fields: { title: 'Changed', body: [gone('older')] },
    });
    await make('Hidden', 'oldest', false);
    const { items } = (await admin.get('/reports/unknown-blocks')).body;
    const found = items.filter(({ contentType }: JsonObject) => contentType === 'garden.Leaflet');
    expect(found.map(({ title, name, version }: JsonObject) => [title, name, version])).toEqual([
      ['Changed', 'old', 'live'],
      ['Changed', 'older', 'draft'],
      ['Hidden', 'oldest', 'draft'],
    ]);
  });

  it('keep every version, and an older one comes back as the newest draft', async () => {
    const admin = await world().admin();
    const { id, version } = await add({ title: 'One', wording: '1' }, true);
    await admin.patch(`${url}/${id}`, { baseVersion: version, fields: { title: 'Two' } });
    const { body: list } = await admin.get(`${url}/${id}/revisions`);
    expect(list).toMatchObject({
      total: 2,
      items: [
        { title: 'Two', isLatest: true, isLive: false, changedFields: ['title'], user: { name: admin.name } },
        { title: 'One', isLatest: false, isLive: true },
      ],
    });
    const oldest = list.items[1].id as number;
    expect((await admin.get(`${url}/${id}/revisions/${oldest}`)).body.fields).toMatchObject({ title: 'One' });
    const back = await admin.post(`${url}/${id}/revert`, { revisionId: oldest });
    expect(back.body).toMatchObject({ state: 'live+draft', fields: { title: 'One' }, live: { title: 'One' } });
    expect((await admin.get(`${url}/${id}/revisions`)).body.total).toBe(3);
    const other = await add({ title: 'Other' });
    const foreign = (await admin.get(`${url}/${other.id}/revisions`)).body.items[0].id;
    expect((await admin.post(`${url}/${id}/revert`, { revisionId: foreign })).status).toBe(404);
    expect((await admin.get(`${url}/${id}/revisions/${foreign}`)).status).toBe(404);
  });

  it('of two editors one wins, and the other is told what is there', async () => {
    const admin = await world().admin();
    const { id } = await add({ title: 'Race' });
    const save = (title: string) => admin.patch(`${url}/${id}`, { baseVersion: 1, fields: { title } });
    const answers = await Promise.all(['A', 'B', 'C'].map(save));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'edit_conflict',
      current: { version: 2, fields: { title: expect.stringMatching(/^[ABC]$/) } },
    });
    expect((await admin.get(`${url}/${id}/revisions`)).body.total).toBe(2);
    const stale = [
      await admin.post(`${url}/${id}/publish`, { baseVersion: 1 }),
      await admin.post(`${url}/${id}/revert`, { baseVersion: 1, revisionId: 1 }),
    ];
    expect(stale.map(({ status }) => status)).toEqual([409, 409]);
  });

  it('leave nothing behind when they are deleted', async () => {
    const admin = await world().admin();
    const { id } = await add({ title: 'Gone', wording: 'soon' }, true);
    expect((await admin.delete(`${url}/${id}`)).status).toBe(204);
    const left = await world().sql(
      `SELECT 'revision' FROM revision WHERE subject_type = 'garden.Notice' AND subject_id = $1
       UNION ALL SELECT 'words' FROM search_entry WHERE subject_type = 'garden.Notice' AND subject_id = $1`,
      [id],
    );
    expect(left).toEqual([]);
  });

  it('write down what was done, and tell listeners', async () => {
    const admin = await world().admin();
    const { id, version } = await add({ title: 'Told', wording: 'w' });
    await admin.patch(`${url}/${id}`, { baseVersion: version, fields: { title: 'Told again' }, publish: true });
    await admin.post(`${url}/${id}/unpublish`);
    const entries = await world().sql<{ action: string }>(
      `SELECT action, revision_id FROM audit_entry WHERE subject_type = 'garden.Notice' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'snippet.create',
      'snippet.edit',
      'snippet.publish',
      'snippet.unpublish',
    ]);
    const events = await world().sql<{ name: string }>(
      `SELECT name FROM outbox_event WHERE payload->>'snippetId' = $1 AND payload->>'type' = 'garden.Notice' ORDER BY id`,
      [String(id)],
    );
    expect(events.map(({ name }) => name)).toEqual([
      'snippet.created',
      'snippet.edited',
      'snippet.published',
      'snippet.unpublished',
    ]);
  });

  it('are published by those alone who may', async () => {
    const { id } = await add({ title: 'Mine', wording: 'w' });
    const editor = await world().person(forNotices('snippet.edit', 'snippet.add'));
    const moderator = await world().person(forNotices('snippet.publish'));
    const refused = [
      await editor.post(`${url}/${id}/publish`),
      await editor.patch(`${url}/${id}`, { baseVersion: 1, fields: {}, publish: true }),
      await editor.post(url, { fields: { title: 'x', wording: 'y' }, publish: true }),
      await moderator.patch(`${url}/${id}`, { baseVersion: 1, fields: {} }),
      await moderator.post(`${url}/${id}/revert`, { revisionId: 1 }),
      await (await world().person([])).get(`${url}/${id}/revisions`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect((await moderator.post(`${url}/${id}/publish`)).body).toMatchObject({
      state: 'live',
      can: { edit: false, delete: false, publish: true },
    });
    expect((await editor.post(`${url}/${id}/unpublish`)).status).toBe(403);
  });

  it('show nobody a field without its permission, in no version either', async () => {
    const made = await add({ title: 'Secret', wording: 'w', remark: 'hush' }, true);
    const editor = await world().person(forNotices('snippet.edit'));
    const detail = (await editor.get(`${url}/${made.id}`)).body;
    expect(['remark' in detail.fields, 'remark' in detail.live]).toEqual([false, false]);
    const { items } = (await editor.get(`${url}/${made.id}/revisions`)).body;
    expect('remark' in (await editor.get(`${url}/${made.id}/revisions/${items[0].id}`)).body.fields).toBe(false);
    const admin = await world().admin();
    await admin.patch(`${url}/${made.id}`, { baseVersion: made.version, fields: { remark: 'louder' } });
    await editor.post(`${url}/${made.id}/revert`, { revisionId: items[0].id });
    expect((await admin.get(`${url}/${made.id}`)).body.fields.remark).toBe('louder');
  });

  it('obey hooks, which change values and refuse any step', async () => {
    const admin = await world().admin();
    const refusal = async (answer: Promise<{ status: number; body: { errors?: { code: string }[] } }>) => {
      const { status, body } = await answer;
      return [status, body.errors?.[0]?.code];
    };
    const loud = await add({ title: 'Loud', wording: 'SHOUT' });
    expect(loud.fields.wording).toBe('shout');
    expect(await refusal(admin.post(url, { fields: { title: 'N', wording: 'NEVER' } }))).toEqual([422, 'refused']);
    const waiting = await add({ title: 'W', wording: 'WAIT' });
    expect(await refusal(admin.post(`${url}/${waiting.id}/publish`))).toEqual([422, 'refused']);
    const lasting = await add({ title: 'E', wording: 'EVER' }, true);
    expect(await refusal(admin.post(`${url}/${lasting.id}/unpublish`))).toEqual([422, 'refused']);
    expect(await refusal(admin.delete(`${url}/${lasting.id}`))).toEqual([422, 'refused']);
    expect(await row(lasting.id)).toMatchObject({ live: true });
  });

  it('are the only ones with versions: other types are public at once', async () => {
    const admin = await world().admin();
    const id = await world().createSnippet('garden.Grower', { name: 'Gil' });
    const grower = `/records/garden.Grower/${id}`;
    expect((await admin.get(grower)).body).toMatchObject({ state: null, live: null, can: { publish: false } });
    const answers = [
      await admin.post(`${grower}/publish`),
      await admin.post(`${grower}/unpublish`),
      await admin.post(`${grower}/revert`, { revisionId: 1 }),
      await admin.get(`${grower}/revisions`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    await admin.delete(grower);
  });

  describe('for readers', () => {
    let entrance = 0;
    const board = (fields: JsonObject) =>
      world().createPage({ type: 'garden.Board', parent: entrance || ROOT_ID, fields, publish: true });
    const read = async (page: { id: number }) => {
      const path = `/api/v2/pages/${page.id}/?fields=first(title),others(title)`;
      return (await world().client().send('GET', path, undefined, { host: 'board.example' })).body;
    };

    beforeAll(async () => {
      entrance = (await board({})).id;
      await world().sql(
        `INSERT INTO site (uuid, hostname, port, name, root_page_id) VALUES ($1, 'board.example', 80, 'Board', $2)`,
        [newUuid(), entrance],
      );
    });

    it('do not exist until they are live, though links to them are kept', async () => {
      const shown = await add({ title: 'Shown', wording: 'w' }, true);
      const draft = await add({ title: 'Draft', wording: 'w' });
      const body = [
        { id: '018f0000-0000-7000-8000-000000000001', type: 'pinned', value: draft.id },
        { id: '018f0000-0000-7000-8000-000000000002', type: 'pinned', value: shown.id },
      ];
      const page = await board({ first: draft.id, others: [draft.id, shown.id], body });
      const before = await read(page);
      expect(before).toMatchObject({ first: null, others: [{ title: 'Shown' }] });
      expect(before.body.map(({ value }: { value: unknown }) => value)).toEqual([null, shown.id]);
      await (await world().admin()).post(`${url}/${draft.id}/publish`);
      const after = await read(page);
      expect(after).toMatchObject({ first: { title: 'Draft' }, others: [{ title: 'Draft' }, { title: 'Shown' }] });
      expect(after.body.map(({ value }: { value: unknown }) => value)).toEqual([draft.id, shown.id]);
    });

    it('say what was published last', async () => {
      const admin = await world().admin();
      const made = await add({ title: 'Old words', wording: 'w' }, true);
      const page = await board({ first: made.id });
      await admin.patch(`${url}/${made.id}`, { baseVersion: made.version, fields: { title: 'New words' } });
      expect((await read(page)).first.title).toBe('Old words');
    });

    it('are found by their public words alone', async () => {
      const admin = await world().admin();
      const words = async (id: number) =>
        world().sql<{ title: string }>(
          `SELECT title FROM search_entry WHERE subject_type = 'garden.Notice' AND subject_id = $1`,
          [id],
        );
      const made = await add({ title: 'Marigold', wording: 'w' });
      expect(await words(made.id)).toEqual([]);
      await admin.post(`${url}/${made.id}/publish`);
      const { version } = (await admin.get(`${url}/${made.id}`)).body;
      await admin.patch(`${url}/${made.id}`, { baseVersion: version, fields: { title: 'Tagetes' } });
      expect(await words(made.id)).toEqual([{ title: 'Marigold' }]);
      await admin.post(`${url}/${made.id}/unpublish`);
      expect(await words(made.id)).toEqual([]);
    });

    it('use things in public only while they are public themselves', async () => {
      const admin = await world().admin();
      const page = await world().createPage({ publish: true, fields: { latin: 'L' } });
      const made = await add({ title: 'About', wording: 'w', about: page.id });
      const usage = async () => (await admin.get(`/pages/${page.id}/usage`)).body.items;
      expect(await usage()).toMatchObject([{ sourceType: 'garden.Notice', sourceId: made.id, live: false }]);
      await admin.post(`${url}/${made.id}/publish`);
      expect(await usage()).toMatchObject([{ live: true }]);
      const { version } = (await admin.get(`${url}/${made.id}`)).body;
      await admin.patch(`${url}/${made.id}`, { baseVersion: version, fields: { about: null } });
      expect(await usage()).toMatchObject([{ live: true }]);
      await admin.post(`${url}/${made.id}/unpublish`);
      expect(await usage()).toEqual([]);
    });
  });
});
