import { ContentStore, type JsonObject } from '@pipit/cms';
import { Plant } from '../../support/world/types.js';
import { useWorld } from '../../support/world/world.js';

describe('drafts and publishing', () => {
  const world = useWorld();
  const live = async (id: number): Promise<JsonObject> =>
    (await world().get(ContentStore).read(world().system, Plant, [id])).get(id)!;

  it('a page that was never live holds its draft in its own rows', async () => {
    const page = await world().createPage({ fields: { latin: 'Rosa' } });
    await world().edit(page, { latin: 'Rosa canina', title: 'Dog rose' });
    expect(await live(page.id)).toMatchObject({ latin: 'Rosa canina' });
    expect(await world().page(page.id)).toMatchObject({ title: 'Dog rose', live: false, firstPublishedAt: null });
  });

  it('a live page stays as it is while its draft moves on', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ title: 'Lily', fields: { latin: 'Lilium' }, publish: true });
    await world().edit(page, { latin: 'Lilium martagon', title: 'Martagon' });
    expect(await live(page.id)).toMatchObject({ latin: 'Lilium' });
    expect(await world().page(page.id)).toMatchObject({ title: 'Lily', draftTitle: 'Martagon', slug: 'lily' });
    const { body } = await admin.get(`/pages/${page.id}`);
    expect(body).toMatchObject({
      title: 'Martagon',
      state: 'live-changed',
      fields: { latin: 'Lilium martagon', title: 'Martagon' },
      liveFields: { latin: 'Lilium', title: 'Lily' },
    });
    await world().publish(page);
    expect(await live(page.id)).toMatchObject({ latin: 'Lilium martagon' });
    expect((await admin.get(`/pages/${page.id}`)).body).toMatchObject({ state: 'live', liveFields: null });
  });

  it('what is required to publish may be missing in a draft and not in public', async () => {
    const admin = await world().admin();
    const page = await world().createPage();
    const refused = await admin.post(`/pages/${page.id}/publish`, { baseRevisionId: page.latestRevisionId });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([{ path: '/fields/latin', code: 'required', message: expect.any(String) }]);
    const both = await admin.patch(`/pages/${page.id}`, {
      baseRevisionId: page.latestRevisionId,
      fields: { height: 3 },
      publish: true,
    });
    expect(both.status).toBe(422);
    expect((await world().page(page.id)).latestRevisionId).toBe(page.latestRevisionId);
  });

  it('only named fields change', async () => {
    const page = await world().createPage({ fields: { latin: 'Rosa', height: 80 } });
    await world().edit(page, { height: null });
    expect(await live(page.id)).toMatchObject({ latin: 'Rosa', height: null });
  });

  it('the first and the last publication are remembered', async () => {
    const page = await world().createPage({ fields: { latin: 'A' }, publish: true });
    const first = await world().page(page.id);
    await world().edit(page, { latin: 'B' }, true);
    const second = await world().page(page.id);
    expect(second.firstPublishedAt).toEqual(first.firstPublishedAt);
    expect(second.lastPublishedAt!.getTime()).toBeGreaterThan(first.lastPublishedAt!.getTime());
    expect(second.liveRevisionId).toBe(second.latestRevisionId);
  });

  it('unpublishing takes offline and keeps everything', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ fields: { latin: 'A' }, publish: true });
    const answer = await admin.post(`/pages/${page.id}/unpublish`);
    expect(answer.body).toMatchObject({ state: 'draft', live: false, liveRevisionId: null, fields: { latin: 'A' } });
    expect((await admin.post(`/pages/${page.id}/unpublish`)).status).toBe(422);
    await world().publish(page);
    expect(await live(page.id)).toMatchObject({ latin: 'A' });
  });

  it('an older base is refused with what is there now, where both changed the same', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ fields: { latin: 'A' } });
    await world().edit(page, { latin: 'B' });
    const body = { baseRevisionId: page.latestRevisionId, fields: { latin: 'C' } };
    const answer = await admin.patch(`/pages/${page.id}`, body);
    const now = await world().page(page.id);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'edit_conflict',
      current: { revisionId: now.latestRevisionId, user: null, fields: { latin: 'B', height: 30, title: page.title } },
    });
    for (const path of ['publish', 'revert']) {
      const base = {
        baseRevisionId: page.latestRevisionId,
        ...(path === 'revert' ? { revisionId: page.latestRevisionId } : {}),
      };
      expect((await admin.post(`/pages/${page.id}/${path}`, base)).status).toBe(409);
    }
    expect((await admin.patch(`/pages/${page.id}`, { fields: {} })).status).toBe(409);
  });

  it('of two editors at the same time one wins and the other is told', async () => {
    const admin = await world().admin();
    const page = await world().createPage();
    const save = (latin: string) =>
      admin.patch(`/pages/${page.id}`, { baseRevisionId: page.latestRevisionId, fields: { latin } });
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map(save));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await admin.get(`/pages/${page.id}/revisions`)).body.total).toBe(2);
  });

  it('reverting makes an old state the newest draft', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ title: 'Old', fields: { latin: 'A' }, publish: true });
    await world().edit(page, { latin: 'B', title: 'New' }, true);
    const { latestRevisionId } = await world().page(page.id);
    const body = { revisionId: page.latestRevisionId, baseRevisionId: latestRevisionId };
    const answer = await admin.post(`/pages/${page.id}/revert`, body);
    expect(answer.body).toMatchObject({
      state: 'live-changed',
      fields: { latin: 'A', title: 'Old' },
      liveFields: { latin: 'B' },
    });
    expect(answer.body.revisionId).toBeGreaterThan(latestRevisionId!);
    const other = await world().createPage();
    const foreign = { revisionId: other.latestRevisionId, baseRevisionId: answer.body.revisionId };
    expect((await admin.post(`/pages/${page.id}/revert`, foreign)).status).toBe(404);
  });

  it('revisions tell who changed which fields', async () => {
    const admin = await world().admin();
    const page = await world().createPage({ fields: { latin: 'A' } });
    const body = { baseRevisionId: page.latestRevisionId, fields: { latin: 'B', title: 'Renamed' } };
    const edited = await admin.patch(`/pages/${page.id}`, { ...body, publish: true });
    const { body: list } = await admin.get(`/pages/${page.id}/revisions?limit=1`);
    const newest = {
      id: edited.body.revisionId,
      title: 'Renamed',
      user: { id: admin.userId, name: admin.name },
      isLatest: true,
      isLive: true,
      changedFields: ['title', 'latin'],
    };
    expect(list).toMatchObject({ total: 2, items: [newest] });
    expect((await admin.get(`/pages/${page.id}/revisions?offset=9`)).body).toEqual({ total: 2, items: [] });
    const one = await admin.get(`/pages/${page.id}/revisions/${edited.body.revisionId}`);
    expect(one.body).toMatchObject({ ...newest, fields: { latin: 'B', title: 'Renamed' } });
    const { body: history } = await admin.get(`/pages/${page.id}/history`);
    expect(history.items.map((entry: { action: string }) => entry.action)).toEqual([
      'page.publish',
      'page.edit',
      'page.create',
    ]);
    expect(history.items[1]).toMatchObject({ user: { id: admin.userId }, data: { fields: ['title', 'latin'] } });
  });

  it('a title is always needed, and an address only has to be free', async () => {
    await expect(world().createPage({ title: '  ' })).rejects.toMatchObject({
      errors: [{ path: '/fields/title', code: 'required' }],
    });
    const page = await world().createPage();
    await expect(world().edit(page, { title: null })).rejects.toMatchObject({ code: 'invalid' });
    for (const slug of ['', '  ', null]) {
      await world().edit(page, { title: 'Sea holly', slug });
      expect((await world().page(page.id)).slug).toBe('sea-holly');
    }
    await expect(world().edit(page, { slug: 'a/b' })).rejects.toMatchObject({
      errors: [{ path: '/fields/slug', code: 'slug' }],
    });
  });

  it('an old value of one field is no excuse in another', async () => {
    const page = await world().createPage({ fields: { latin: 'longer than five', code: 'A1' } });
    await expect(world().edit(page, { code: 'longer than five' })).rejects.toMatchObject({
      errors: [{ path: '/fields/code', code: 'maxLength' }],
    });
  });
});

describe('addresses', () => {
  const world = useWorld();
  const addresses = (id: number) =>
    world().sql('SELECT path, is_current AS now FROM page_url WHERE page_id = $1 ORDER BY path', [id]);

  it('come from the title, with the first free number behind', async () => {
    const made = [];
    for (let i = 0; i < 3; i++) made.push((await world().createPage({ title: 'Grüne Tomate!' })).slug);
    expect(made).toEqual(['gruene-tomate', 'gruene-tomate-2', 'gruene-tomate-3']);
    expect((await world().createPage({ title: '🌱' })).slug).toBe('page');
    expect((await world().createPage({ title: 'x'.repeat(255) })).slug.length).toBeLessThan(256);
  });

  it('that are taken are refused with one that is free', async () => {
    const taken = await world().createPage({ title: 'Aster', fields: { slug: 'aster' } });
    const page = await world().createPage();
    const refusal = { code: 'taken', path: '/fields/slug', message: expect.stringContaining('“Aster”. Try aster-2') };
    await expect(world().createPage({ fields: { slug: 'aster' } })).rejects.toMatchObject({ errors: [refusal] });
    await expect(world().edit(page, { slug: 'aster' })).rejects.toMatchObject({ errors: [refusal] });
    const bed = await world().createPage({ type: 'garden.Bed' });
    await world().createPage({ parent: bed, fields: { slug: 'aster' } });
    const long = 'a'.repeat(255);
    await world().createPage({ fields: { slug: long } });
    await expect(world().createPage({ fields: { slug: long } })).rejects.toMatchObject({ code: 'invalid' });
    expect(taken.slug).toBe('aster');
  });

  it('of a live page change when it is published and not before, with everything below', async () => {
    const bed = await world().createPage({ type: 'garden.Bed', title: 'North', publish: true });
    const plant = await world().createPage({ parent: bed, title: 'Moss', fields: { latin: 'M' }, publish: true });
    await world().edit(bed, { slug: 'south' });
    expect(await world().page(plant.id)).toMatchObject({ urlPath: '/home/north/moss/' });
    expect(await addresses(plant.id)).toEqual([{ path: '/north/moss/', now: true }]);
    await world().publish(bed);
    expect(await world().page(plant.id)).toMatchObject({ urlPath: '/home/south/moss/' });
    expect(await addresses(plant.id)).toEqual([
      { path: '/north/moss/', now: false },
      { path: '/south/moss/', now: true },
    ]);
    await world().edit(bed, { slug: 'north' }, true);
    expect(await addresses(plant.id)).toEqual([
      { path: '/north/moss/', now: true },
      { path: '/south/moss/', now: false },
    ]);
    expect(await world().treeFaults()).toEqual([]);
  });

  it('of live pages below a draft follow its slug at once', async () => {
    const bed = await world().createPage({ type: 'garden.Bed', title: 'East' });
    const plant = await world().createPage({ parent: bed, title: 'Fern', fields: { latin: 'F' }, publish: true });
    await world().edit(bed, { slug: 'west' });
    expect(await addresses(plant.id)).toEqual([
      { path: '/east/fern/', now: false },
      { path: '/west/fern/', now: true },
    ]);
  });

  it('are those of live pages', async () => {
    const page = await world().createPage({ title: 'Yarrow', fields: { latin: 'A' } });
    expect(await addresses(page.id)).toEqual([]);
    await world().publish(page);
    expect(await addresses(page.id)).toEqual([{ path: '/yarrow/', now: true }]);
    await (await world().admin()).post(`/pages/${page.id}/unpublish`);
    expect(await addresses(page.id)).toEqual([{ path: '/yarrow/', now: false }]);
  });

  it('go to the page that stands there now', async () => {
    const first = await world().createPage({ title: 'Thyme', fields: { latin: 'A' }, publish: true });
    await world().edit(first, { slug: 'old-thyme' }, true);
    const second = await world().createPage({ title: 'Thyme', fields: { latin: 'A' }, publish: true });
    expect(await addresses(first.id)).toEqual([{ path: '/old-thyme/', now: true }]);
    expect(await addresses(second.id)).toEqual([{ path: '/thyme/', now: true }]);
  });
});
