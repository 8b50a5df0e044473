import { BeforeCopy, Hooks, MovePage, forbidden, type Page } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';
import type { WorldClient } from '../../support/world/client.js';

describe('copying pages', () => {
  const world = useWorld();

  afterEach(async () => {
    expect(await world().treeFaults()).toEqual([]);
  });

  const bed = (title: string, parent?: Pick<Page, 'id'>, publish = false) =>
    world().createPage({ type: 'garden.Bed', title, publish, ...(parent ? { parent } : {}) });
  const plant = (title: string, parent: Pick<Page, 'id'>, publish = false) =>
    world().createPage({ title, parent, publish, fields: { latin: title } });
  const copy = async (who: WorldClient, page: Pick<Page, 'id'>, parent: Pick<Page, 'id'>, how: object = {}) =>
    who.post(`/pages/${page.id}/copy`, { parentId: parent.id, ...how });
  const grants = (page: Pick<Page, 'id'>, ...permissions: string[]) =>
    permissions.map((permission) => ({ permission, scope: { kind: 'page', id: page.id } as const }));

  it('makes a draft beside the original, with the first free suffix, owned by whoever copied', async () => {
    const section = await bed('Section');
    const page = await plant('Fern', section, true);
    const admin = await world().admin();
    const first = await copy(admin, page, section);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ title: 'Fern', slug: 'fern-2', state: 'draft', aliasOf: null });
    expect((await copy(admin, page, section)).body.slug).toBe('fern-3');
    expect(await world().page(first.body.id)).toMatchObject({ ownerId: admin.userId, firstPublishedAt: null });
    const history = await admin.get(`/pages/${first.body.id}/history`);
    expect(history.body.items).toMatchObject([{ action: 'page.copy', data: { from: page.id } }]);
  });

  it('calls the copy what it is asked to, and refuses names that cannot be', async () => {
    const section = await bed('Names');
    const page = await plant('Named', section);
    const admin = await world().admin();
    const done = await copy(admin, page, section, { title: 'Other', slug: 'another' });
    expect(done.body).toMatchObject({ title: 'Other', slug: 'another', fields: { title: 'Other', slug: 'another' } });
    const cases: [object, object][] = [
      [{ slug: 'named' }, { path: '/slug', code: 'taken' }],
      [{ slug: 'no spaces' }, { path: '/slug', code: 'slug' }],
      [{ title: '' }, { path: '/title' }],
      [
        { title: 'Own', alias: true },
        { path: '/title', code: 'mirrored' },
      ],
      [{ before: page.id + 1000 }, { path: '/before', code: 'no_sibling' }],
    ];
    for (const [how, error] of cases) {
      expect((await copy(admin, page, section, how)).body).toMatchObject({ status: 422, errors: [error] });
    }
  });

  it('takes all pages below along, live where that was asked for, and leaves drafts drafts', async () => {
    const section = await bed('Source', undefined, true);
    await plant('Shown', section, true);
    await plant('Hidden', section);
    const target = await bed('Target', undefined, true);
    const admin = await world().admin();
    const kept = await copy(admin, section, target, { recursive: true, keepLive: true });
    expect(kept.body).toMatchObject({ live: true, childCount: 2, urlPath: '/target/source/' });
    const states = (await admin.get(`/pages?parent=${kept.body.id}`)).body.items;
    expect(states.map(({ title, state }: { title: string; state: string }) => [title, state])).toEqual([
      ['Shown', 'live'],
      ['Hidden', 'draft'],
    ]);
    const drafts = await copy(admin, section, target, { recursive: true });
    expect(drafts.body).toMatchObject({ live: false, slug: 'source-2' });
    const alone = await copy(admin, section, target);
    expect(alone.body.childCount).toBe(0);
  });

  it('needs the right to edit the source and to add at the target, and to publish there when something goes live', async () => {
    const [from, to] = [await bed('From'), await bed('To')];
    const page = await plant('Rare', from, true);
    const may = (...all: { permission: string; scope: { kind: 'page'; id: number } }[]) => world().person(all);
    const cases: [WorldClient, object, number][] = [
      [await may(...grants(to, 'page.add', 'page.publish')), {}, 404],
      [await may(...grants(from, 'page.edit', 'page.publish')), {}, 403],
      [await may(...grants(from, 'page.edit'), ...grants(to, 'page.add')), {}, 201],
      [await may(...grants(from, 'page.edit'), ...grants(to, 'page.add')), { keepLive: true }, 403],
      [await may(...grants(from, 'page.edit'), ...grants(to, 'page.add')), { alias: true }, 403],
      [await may(...grants(from, 'page.edit'), ...grants(to, 'page.add', 'page.publish')), { keepLive: true }, 201],
      [await may(...grants(from, 'page.edit'), ...grants(to, 'page.add', 'page.publish')), { alias: true }, 201],
    ];
    for (const [who, how, status] of cases) {
      expect([how, (await copy(who, page, to, how)).status]).toEqual([how, status]);
    }
  });

  it('lets nobody copy what others have written below one’s own draft', async () => {
    const section = await bed('Shared');
    const author = await world().person(grants(section, 'page.add'));
    const mine = (await author.post('/pages', { parentId: section.id, type: 'garden.Bed', fields: { title: 'Mine' } }))
      .body;
    expect((await copy(author, mine, section, { recursive: true })).status).toBe(201);
    await plant('Not mine', mine);
    expect((await copy(author, mine, section, { recursive: true })).status).toBe(403);
    expect((await copy(author, mine, section)).status).toBe(201);
  });

  it('does not carry hidden fields to where the person may see them', async () => {
    const [from, to] = [await bed('Secret from'), await bed('Secret to')];
    const page = await world().createPage({ parent: from, fields: { latin: 'x', whereabouts: 'Behind the shed' } });
    const who = await world().person([
      ...grants(from, 'page.edit'),
      ...grants(to, 'page.add', 'page.edit', 'garden.secrets'),
    ]);
    expect((await copy(who, page, to)).body).toMatchObject({
      status: 403,
      detail: expect.stringContaining('whereabouts'),
    });
  });

  it('asks the rules of the tree of every copy', async () => {
    const section = await bed('Rules');
    const visit = await world().createPage({ type: 'garden.Visit', title: 'Visit', parent: section });
    const herb = await plant('Herb', section);
    const admin = await world().admin();
    const refused = (code: string) => ({ status: 422, errors: [{ path: '/parentId', code }] });
    expect((await copy(admin, visit, section)).body).toMatchObject(refused('too_many'));
    expect((await copy(admin, section, herb)).body).toMatchObject(refused('not_allowed_here'));
    expect((await copy(admin, await world().home(), section)).body).toMatchObject(refused('not_allowed_here'));
    // One to a bed, and the copy of a bed is another bed.
    expect((await copy(admin, section, await world().home(), { recursive: true })).status).toBe(201);
    const root = await world().sql<{ id: number }>('SELECT id FROM page WHERE parent_id IS NULL AND id <> 0');
    expect((await copy(admin, await world().home(), root[0]!)).body).toMatchObject(refused('too_many'));
  });

  it('restricts copies as their originals are restricted', async () => {
    const section = await bed('Private', undefined, true);
    const page = await plant('Guarded', section, true);
    await world().sql(`INSERT INTO view_restriction (kind, target_id, restriction) VALUES ('page', $1, 'login')`, [
      page.id,
    ]);
    const done = await copy(await world().admin(), section, await world().home(), { recursive: true, keepLive: true });
    const rows = await world().sql(
      `SELECT p.title, v.restriction FROM view_restriction v JOIN page p ON p.id = v.target_id WHERE p.parent_id = $1`,
      [done.body.id],
    );
    expect(rows).toEqual([{ title: 'Guarded', restriction: 'login' }]);
  });

  it('may be vetoed by a hook', async () => {
    const section = await bed('Vetoed');
    const run = jest.spyOn(world().get(Hooks), 'run').mockImplementation((hook) => {
      if (hook instanceof BeforeCopy) throw forbidden('Not this one.');
      return Promise.resolve();
    });
    expect((await copy(await world().admin(), section, section)).body).toMatchObject({ detail: 'Not this one.' });
    run.mockRestore();
    expect((await world().page(section.id)).childCount).toBe(0);
  });

  describe('where to', () => {
    const targets = async (who: WorldClient, page: Pick<Page, 'id'>, query: string) =>
      (await who.get(`/pages/${page.id}/targets?${query}`)).body;
    const codes = (items: { title: string; refusal: { code: string } | null }[]) =>
      items.map(({ title, refusal }) => [title, refusal?.code ?? 'legal']);

    it('says of every page whether it is legal, and why not', async () => {
      const top = await bed('Targets');
      const page = await bed('Wanderer', top, true);
      await bed('Inside', page);
      const herb = await plant('Herb', top);
      const open = await bed('Open', top);
      const taken = await bed('Taken', top);
      await bed('Wanderer', taken);
      const admin = await world().admin();
      const move = await targets(admin, page, `for=move&parent=${top.id}`);
      expect(move.parent).toMatchObject({ title: 'Targets', refusal: { code: 'here' } });
      expect(codes(move.items)).toEqual([
        ['Wanderer', 'below_itself'],
        ['Herb', 'not_allowed_here'],
        ['Open', 'legal'],
        ['Taken', 'taken'],
      ]);
      const copying = await targets(admin, page, `for=copy&parent=${top.id}&recursive=true`);
      expect(codes([copying.parent, ...copying.items])).toEqual([
        ['Targets', 'legal'],
        ['Wanderer', 'legal'],
        ['Herb', 'not_allowed_here'],
        ['Open', 'legal'],
        ['Taken', 'legal'],
      ]);
      const who = await world().person([...grants(top, 'page.edit', 'page.publish'), ...grants(open, 'page.add')]);
      expect(codes((await targets(who, page, `for=move&parent=${top.id}`)).items)[2]).toEqual(['Open', 'legal']);
      const weak = await world().person([...grants(top, 'page.edit', 'page.add')]);
      expect(codes((await targets(weak, page, `for=move&parent=${top.id}`)).items)[2]).toEqual(['Open', 'forbidden']);
      expect(codes((await targets(weak, herb, `for=move&parent=${top.id}`)).items)[2]).toEqual(['Open', 'legal']);
    });

    it('is right: what it calls legal works, and what it refuses does not', async () => {
      const top = await bed('Oracle');
      const page = await bed('Probe', top);
      for (const title of ['A', 'B']) await plant(title, await bed(`Below ${title}`, top));
      const admin = await world().admin();
      const { items } = await targets(admin, page, `for=move&q=`);
      const found = await targets(admin, page, 'for=move&q=below');
      for (const item of [...items, ...found.items]) {
        const moved = await admin.post(`/pages/${page.id}/move`, { parentId: item.id });
        expect([item.title, moved.status]).toEqual([item.title, item.refusal === null ? 200 : expect.any(Number)]);
        if (item.refusal !== null && item.refusal.code !== 'here') expect(moved.status).toBeGreaterThanOrEqual(400);
        await world().get(MovePage).run(world().system, { pageId: page.id, parentId: top.id, before: null });
      }
    });

    it('is searched and paged, with the way to each page', async () => {
      const top = await bed('Findable corner');
      const page = await plant('Seeker', top);
      for (let i = 0; i < 3; i++) await bed(`Findable ${i}`, top);
      const found = await targets(await world().admin(), page, 'for=move&q=findable&limit=2&offset=1');
      expect(found).toMatchObject({ total: 4, parent: null });
      expect(found.items).toMatchObject([
        { title: 'Findable 0', trail: ['The walled garden', 'Findable corner'] },
        { title: 'Findable 1' },
      ]);
    });
  });
});
