import { DeletePage, MovePage, PageTree, RestorePage, UnitOfWork, type Page } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

describe('the page tree', () => {
  const world = useWorld();

  afterEach(async () => {
    expect(await world().treeFaults()).toEqual([]);
  });

  const bed = (title: string, parent?: Pick<Page, 'id'>) =>
    world().createPage({ type: 'garden.Bed', title, ...(parent ? { parent } : {}) });
  const move = (page: Pick<Page, 'id'>, parent: Pick<Page, 'id'>, before: number | null = null) =>
    world().get(MovePage).run(world().system, { pageId: page.id, parentId: parent.id, before });
  const below = async (parent: Pick<Page, 'id'>): Promise<string[]> => {
    const answer = await (await world().admin()).get(`/pages?parent=${parent.id}&limit=200`);
    return answer.body.items.map((item: { title: string }) => item.title);
  };

  it('keeps children in the order they were made', async () => {
    const parent = await bed('Order');
    for (const title of ['One', 'Two', 'Three']) await bed(title, parent);
    expect(await below(parent)).toEqual(['One', 'Two', 'Three']);
    expect(await world().page(parent.id)).toMatchObject({ childCount: 3, depth: 3 });
  });

  it('puts a page in front of a sibling, or last', async () => {
    const parent = await bed('Positions');
    const [one, two, three] = [await bed('One', parent), await bed('Two', parent), await bed('Three', parent)];
    await move(three, parent, one.id);
    expect(await below(parent)).toEqual(['Three', 'One', 'Two']);
    await move(three, parent, two.id);
    expect(await below(parent)).toEqual(['One', 'Three', 'Two']);
    await move(one, parent);
    expect(await below(parent)).toEqual(['Three', 'Two', 'One']);
    expect((await world().page(parent.id)).childCount).toBe(3);
  });

  it('refuses a place in front of a page that is no sibling', async () => {
    const [parent, other] = [await bed('Here'), await bed('Elsewhere')];
    const page = await bed('Page', parent);
    for (const before of [other.id, page.id, 999_999]) {
      await expect(move(page, parent, before)).rejects.toMatchObject({
        errors: [{ path: '/before', code: 'no_sibling' }],
      });
    }
  });

  it('takes a whole subtree along, with depths and addresses', async () => {
    const [from, to] = [await bed('From'), await bed('To')];
    const top = await bed('Top', from);
    const middle = await bed('Middle', top);
    const leaf = await world().createPage({ parent: middle, title: 'Leaf', fields: { latin: 'L' }, publish: true });
    const deep = await bed('Deep', to);
    const moved = await move(top, deep);
    expect(moved).toMatchObject({ parentId: deep.id, depth: 5, urlPath: '/home/to/deep/top/' });
    expect(await world().page(leaf.id)).toMatchObject({ depth: 7, urlPath: '/home/to/deep/top/middle/leaf/' });
    expect([await world().page(from.id), await world().page(deep.id)]).toMatchObject([
      { childCount: 0 },
      { childCount: 1 },
    ]);
    const addresses = await world().sql(
      'SELECT path, is_current AS now FROM page_url WHERE page_id = $1 ORDER BY path',
      [leaf.id],
    );
    expect(addresses).toEqual([
      { path: '/from/top/middle/leaf/', now: false },
      { path: '/to/deep/top/middle/leaf/', now: true },
    ]);
  });

  it('never moves a page below itself', async () => {
    const top = await bed('Ouroboros');
    const leaf = await bed('Tail', await bed('Body', top));
    for (const parent of [top, leaf]) {
      await expect(move(top, parent)).rejects.toMatchObject({ errors: [{ path: '/parentId', code: 'below_itself' }] });
    }
  });

  it('refuses a move to where the address is taken', async () => {
    const [from, to] = [await bed('Street'), await bed('Other street')];
    const page = await bed('Number one', from);
    await bed('Number one', to);
    await expect(move(page, to)).rejects.toMatchObject({ errors: [{ code: 'taken' }] });
  });

  it('nests as deep as its table allows and says when that is reached', async () => {
    let page = await bed('Level');
    const top = page;
    while (page.depth < 64) page = await bed('Level', page);
    const refusal = { code: 'invalid', errors: [{ path: '/parentId', code: 'too_deep' }] };
    await expect(bed('Too deep', page)).rejects.toMatchObject(refusal);
    const outside = await bed('Outside');
    await expect(move(top, outside)).rejects.toMatchObject(refusal);
    await world().get(DeletePage).run(world().system, { pageId: top.id });
  });

  it('gives siblings fresh keys when one gap was split too often', async () => {
    const parent = await bed('Gap');
    const last = await bed('Last', parent);
    const inner = await bed('Inner', last);
    const { localeId } = parent;
    await world()
      .get(UnitOfWork)
      .run(world().system, async (ctx) => {
        const tree = world().get(PageTree);
        for (let i = 0; i < 400; i++) {
          // Plain nodes, which have no row of a type.
          await tree.insert(ctx, parent.id, last.id, { type: 'pipit.Page', title: `${i}`, slug: `n${i}`, localeId });
        }
        ctx.record({ action: 'test', subject: { type: 'page', id: parent.id, label: '' } });
      });
    const titles = Array.from({ length: 400 }, (_, index) => `${index}`);
    const rows = await world().sql<{ title: string }>('SELECT title FROM page WHERE parent_id = $1 ORDER BY path', [
      parent.id,
    ]);
    expect(rows.map(({ title }) => title)).toEqual([...titles, 'Last']);
    const [longest] = await world().sql<{ max: number }>(
      'SELECT max(length(sort_key)) FROM page WHERE parent_id = $1',
      [parent.id],
    );
    expect(longest!.max).toBeLessThanOrEqual(32);
    expect((await world().page(inner.id)).path.startsWith((await world().page(last.id)).path)).toBe(true);
  });

  describe('rules of types', () => {
    const create = async (type: string, parentId: number) =>
      (await world().admin()).post('/pages', { parentId, type, fields: { title: 'T' } });
    const codeOf = (answer: { body: { errors?: { path: string; code: string }[] } }) => answer.body.errors?.[0];

    it('bind parents and children, and administrators too', async () => {
      const plant = await world().createPage();
      const home = await world().home();
      expect(codeOf(await create('garden.Plant', plant.id))).toMatchObject({
        path: '/parentId',
        code: 'not_allowed_here',
      });
      expect(codeOf(await create('garden.Home', home.id))).toMatchObject({ code: 'not_allowed_here' });
      expect(codeOf(await create('garden.Nothing', home.id))).toMatchObject({ path: '/type', code: 'unknown' });
      expect(codeOf(await create('garden.Grower', home.id))).toMatchObject({ path: '/type', code: 'unknown' });
      await expect(move(await bed('Bed'), plant)).rejects.toMatchObject({ errors: [{ code: 'not_allowed_here' }] });
    });

    it('bound how many there are below one page', async () => {
      const [here, there] = [await bed('Visits'), await bed('More visits')];
      expect((await create('garden.Visit', here.id)).status).toBe(201);
      expect(codeOf(await create('garden.Visit', here.id))).toMatchObject({ code: 'too_many' });
      const other = await create('garden.Visit', there.id);
      await expect(move({ id: other.body.id }, here)).rejects.toMatchObject({ errors: [{ code: 'too_many' }] });
    });

    it('bound how many there are at all', async () => {
      expect(codeOf(await create('garden.Home', 1))).toMatchObject({ path: '/parentId', code: 'too_many' });
    });

    it('leave some types to code', async () => {
      for (const type of ['garden.Almanac', 'pipit.Page']) {
        expect(codeOf(await create(type, 1))).toMatchObject({ path: '/type', code: 'not_creatable' });
      }
      await world().createPage({ type: 'garden.Almanac', parent: 1 });
    });

    it('tell which types may be created below a page', async () => {
      const { id } = await bed('Choices');
      const childTypes = async () => (await (await world().admin()).get(`/pages/${id}`)).body.childTypes;
      expect(await childTypes()).toEqual(['garden.Bed', 'garden.EveryKind', 'garden.Plant', 'garden.Visit']);
      await create('garden.Visit', id);
      expect(await childTypes()).toEqual(['garden.Bed', 'garden.EveryKind', 'garden.Plant']);
    });
  });

  describe('with several people at work', () => {
    it('gives parallel new pages places and addresses of their own', async () => {
      const parent = await bed('Parallel');
      const admin = await world().admin();
      const body = { parentId: parent.id, type: 'garden.Bed', fields: { title: 'Same' } };
      const answers = await Promise.all(Array.from({ length: 12 }, () => admin.post('/pages', body)));
      expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
      expect(new Set(answers.map((answer) => answer.body.slug)).size).toBe(12);
      expect((await world().page(parent.id)).childCount).toBe(12);
    });

    it('survives crossing moves, slug changes, deletions and new pages', async () => {
      const admin = await world().admin();
      const [a, b] = [await bed('Crossing A'), await bed('Crossing B')];
      const [inA, inB] = [await bed('In A', a), await bed('In B', b)];
      const leaves = [await bed('Leaf A', inA), await bed('Leaf B', inB)];
      const answers = await Promise.all([
        ...Array.from({ length: 4 }, () => admin.post(`/pages/${inA.id}/move`, { parentId: inB.id })),
        ...Array.from({ length: 4 }, () => admin.post(`/pages/${inB.id}/move`, { parentId: inA.id })),
        ...leaves.map((leaf) =>
          admin.post('/pages', { parentId: leaf.id, type: 'garden.Bed', fields: { title: 'New' } }),
        ),
        ...[a, inA, b, inB].map((page) =>
          admin.patch(`/pages/${page.id}`, {
            baseRevisionId: page.latestRevisionId,
            fields: { slug: `renamed-${page.id}` },
          }),
        ),
        ...leaves.map((leaf) =>
          admin.post('/pages', { parentId: leaf.id, type: 'garden.Bed', fields: { title: 'New' } }),
        ),
        admin.delete(`/pages/${leaves[0]!.id}`),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    });

    it('lets two pages come to point at each other at once', async () => {
      const admin = await world().admin();
      for (let round = 0; round < 4; round++) {
        const [a, b] = [await world().createPage(), await world().createPage()];
        const link = (page: Page, to: Page) =>
          admin.patch(`/pages/${page.id}`, { baseRevisionId: page.latestRevisionId, fields: { neighbour: to.id } });
        const answers = await Promise.all([link(a, b), link(b, a)]);
        expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      }
    });
  });
});

describe('the trash', () => {
  const world = useWorld();
  const remove = (id: number) => world().get(DeletePage).run(world().system, { pageId: id });
  const restore = (id: number, parentId?: number) =>
    world()
      .get(RestorePage)
      .run(world().system, { pageId: id, ...(parentId ? { parentId } : {}) });

  afterEach(async () => {
    expect(await world().treeFaults()).toEqual([]);
  });

  it('takes a page with all below it and gives it back to its place', async () => {
    const admin = await world().admin();
    const parent = await world().createPage({ type: 'garden.Bed', title: 'Trash parent', publish: true });
    const pages = [];
    for (const title of ['One', 'Two', 'Three'])
      pages.push(await world().createPage({ type: 'garden.Bed', title, parent, publish: true }));
    const two = pages[1]!;
    const leaf = await world().createPage({ parent: two, title: 'Leaf', fields: { latin: 'L' }, publish: true });
    const answer = await admin.delete(`/pages/${two.id}`);
    expect([answer.status, answer.body]).toEqual([200, { pages: 2 }]);
    for (const path of ['', '/ancestors', '/revisions', '/history', '/usage']) {
      expect((await admin.get(`/pages/${two.id}${path}`)).status).toBe(404);
      expect((await admin.get(`/pages/${leaf.id}${path}`)).status).toBe(404);
    }
    expect((await admin.patch(`/pages/${leaf.id}`, { baseRevisionId: leaf.latestRevisionId, fields: {} })).status).toBe(
      404,
    );
    expect((await admin.post('/pages', { parentId: two.id, type: 'garden.Bed', fields: { title: 'x' } })).status).toBe(
      404,
    );
    expect((await admin.get(`/pages?ids=${two.id},${leaf.id}`)).body.total).toBe(0);
    const currentUrls = () => world().sql('SELECT path FROM page_url WHERE page_id = $1 AND is_current', [leaf.id]);
    expect(await currentUrls()).toEqual([]);

    const back = await admin.post(`/pages/${two.id}/restore`);
    expect(back.body).toMatchObject({ state: 'live', urlPath: '/trash-parent/two/' });
    const { body } = await admin.get(`/pages?parent=${parent.id}`);
    expect(body.items.map((item: { title: string }) => item.title)).toEqual(['One', 'Two', 'Three']);
    expect(await currentUrls()).toEqual([{ path: '/trash-parent/two/leaf/' }]);
  });

  it('frees the address meanwhile; the page comes back with another one and keeps it', async () => {
    const page = await world().createPage({ title: 'Sage' });
    await remove(page.id);
    expect((await world().createPage({ title: 'Sage' })).slug).toBe('sage');
    expect(await restore(page.id)).toMatchObject({ slug: 'sage-2' });
    const edited = await world().edit(page, { height: 9 });
    expect(edited.slug).toBe('sage-2');
  });

  it('asks for a place when the former parent is gone too', async () => {
    const parent = await world().createPage({ type: 'garden.Bed', title: 'Gone' });
    const page = await world().createPage({ parent });
    await remove(page.id);
    await remove(parent.id);
    await expect(restore(page.id)).rejects.toMatchObject({ errors: [{ path: '/parentId', code: 'parent_gone' }] });
    expect(await restore(page.id, (await world().home()).id)).toMatchObject({ depth: 3 });
    await restore(parent.id);
  });

  it('does not take what is in it, what is not there, the roots, or the home page of a site', async () => {
    const admin = await world().admin();
    const page = await world().createPage();
    await remove(page.id);
    const home = await world().home();
    const statuses = [];
    for (const id of [page.id, 999_999, 1, 0, home.id]) statuses.push((await admin.delete(`/pages/${id}`)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 422]);
    expect((await admin.post(`/pages/${home.id}/restore`)).status).toBe(404);
  });

  it('counts no longer for bounds of types', async () => {
    const parent = await world().createPage({ type: 'garden.Bed' });
    const first = await world().createPage({ type: 'garden.Visit', parent, title: 'First' });
    await remove(first.id);
    await world().createPage({ type: 'garden.Visit', parent, title: 'Second' });
    await expect(restore(first.id)).rejects.toMatchObject({ errors: [{ code: 'too_many' }] });
  });
});
