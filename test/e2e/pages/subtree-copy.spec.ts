import { PageSnapshots, SubtreeCopy, UnitOfWork, newUuid, type Page, type SubtreeCopyRequest } from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

type Wish = Pick<SubtreeCopyRequest, 'source' | 'parent'> & Partial<SubtreeCopyRequest>;

describe('copying subtrees inside the database', () => {
  const world = useWorld();

  afterEach(async () => {
    expect(await world().treeFaults()).toEqual([]);
  });

  const bed = (title: string, parent?: Page) =>
    world().createPage({ type: 'garden.Bed', title, ...(parent ? { parent } : {}) });

  const copy = ({ source, parent, ...rest }: Wish) =>
    world()
      .get(UnitOfWork)
      .run(world().system, async (ctx) => {
        ctx.record({ action: 'test', subject: { type: 'page', id: source.id, label: '' } });
        const request = { before: null, recursive: true, as: 'copy', slug: `copy-${newUuid()}`, keepLive: false };
        return world()
          .get(SubtreeCopy)
          .copy(ctx, { ...request, source, parent, ...rest } as SubtreeCopyRequest);
      });

  const draftOf = async (id: number) =>
    world()
      .get(PageSnapshots)
      .draftOf(world().system, await world().page(id));
  const rowsOf = async (id: number) =>
    world()
      .get(PageSnapshots)
      .liveOf(world().system, await world().page(id));

  it('copies every kind of value, with ids of their own for child rows, and leaves the original alone', async () => {
    const grower = await world().createSnippet('garden.Grower', { name: 'Tradescant' });
    const family = await world().createSnippet('garden.Family', { title: 'Roses' });
    const row = (label: string) => ({
      id: newUuid(),
      label,
      grower,
      families: [family],
      subRows: [
        { id: newUuid(), label: `${label} 1` },
        { id: newUuid(), label: `${label} 2` },
      ],
    });
    const page = await world().createPage({
      type: 'garden.EveryKind',
      fields: {
        char: 'Elm',
        tags: ['tall', 'old'],
        families: [family],
        pageLink: (await world().home()).id,
        rows: [row('first'), row('second')],
        stream: [{ id: newUuid(), type: 'heading', value: 'A heading' }],
      },
    });
    const before = await rowsOf(page.id);
    const { root } = await copy({ source: page, parent: await bed('Copies') });
    const ids = /"id":"[0-9a-f-]{36}"/g;
    const [draft, rows] = [await draftOf(root.id), await rowsOf(root.id)];
    expect(draft.fields).toEqual(rows.fields);
    expect(JSON.stringify({ ...rows.fields, stream: [] }).replace(ids, '')).toEqual(
      JSON.stringify({ ...before.fields, stream: [] }).replace(ids, ''),
    );
    expect(rows.fields['stream']).toEqual(before.fields['stream']);
    expect(await rowsOf(page.id)).toEqual(before);
    const used = await world().sql('SELECT target_type, pointer FROM reference WHERE source_id = $1 ORDER BY 2', [
      root.id,
    ]);
    expect(used).toEqual(
      await world().sql('SELECT target_type, pointer FROM reference WHERE source_id = $1 ORDER BY 2', [page.id]),
    );
    // The copy can be edited, rows and rows of rows included.
    await world().edit(root, { char: 'Oak', rows: rows.fields['rows']! });
    expect(await rowsOf(page.id)).toEqual(before);
  });

  it('makes drafts of the latest drafts', async () => {
    const page = await world().createPage({ title: 'Live', fields: { latin: 'Vivus' }, publish: true });
    await world().edit(page, { title: 'Newer', latin: 'Novus' });
    const { root } = await copy({ source: page, parent: await bed('Drafts') });
    expect(root).toMatchObject({ title: 'Newer', draftTitle: 'Newer', live: false, firstPublishedAt: null });
    expect((await rowsOf(root.id)).fields).toMatchObject({ latin: 'Novus' });
    expect((await draftOf(root.id)).base).toMatchObject({ title: 'Newer', slug: root.slug });
    await world().publish(root);
  });

  it('keeps what is live beside what is drafted where copies go live', async () => {
    const page = await world().createPage({ title: 'Shown', fields: { latin: 'Vivus' }, publish: true });
    await world().edit(page, { latin: 'Novus' });
    const { root } = await copy({ source: page, parent: await bed('Kept'), keepLive: true, title: 'Other' });
    expect(root).toMatchObject({ title: 'Other', live: true, hasUnpublishedChanges: true });
    expect((await rowsOf(root.id)).fields).toMatchObject({ latin: 'Vivus' });
    expect((await draftOf(root.id)).fields).toMatchObject({ latin: 'Novus' });
    expect(root.liveRevisionId).not.toBe(root.latestRevisionId);
    const [address] = await world().sql('SELECT path FROM page_url WHERE page_id = $1 AND is_current', [root.id]);
    expect(address).toEqual({ path: `/kept/${root.slug}/` });
    const [found] = await world().sql('SELECT title FROM search_entry WHERE subject_id = $1', [root.id]);
    expect(found).toEqual({ title: 'Other' });
  });

  it('copies a subtree below itself once', async () => {
    const top = await bed('Top');
    const middle = await bed('Middle', top);
    await bed('Leaf', middle);
    const { root, ids } = await copy({ source: top, parent: middle });
    expect(ids.size).toBe(3);
    expect(root).toMatchObject({ parentId: middle.id, childCount: 1, depth: middle.depth + 1 });
    expect(await world().page(middle.id)).toMatchObject({ childCount: 2 });
  });

  it('leaves out what is translated already, and goes on below the translation', async () => {
    const [{ id: localeId }] = (await world().sql<{ id: number }>(
      `INSERT INTO locale (uuid, code, name) VALUES ($1, 'de', 'German') RETURNING id`,
      [newUuid()],
    )) as [{ id: number }];
    const top = await bed('Garden');
    const middle = await bed('Rosery', top);
    const leaf = await bed('Corner', middle);
    const home = await world().home();
    const first = await copy({
      source: top,
      parent: home,
      as: 'translation',
      localeId,
      recursive: false,
      slug: 'garten',
    });
    const second = await copy({ source: middle, parent: first.root, as: 'translation', localeId, recursive: false });
    const late = await bed('Late', top);
    const all = await copy({ source: top, parent: home, as: 'translation', localeId, slug: 'never' });
    expect([...all.ids.keys()].sort()).toEqual([leaf.id, late.id].sort());
    expect(all.root.id).toBe(first.root.id);
    expect(await world().page(all.ids.get(leaf.id)!)).toMatchObject({
      parentId: second.root.id,
      localeId,
      translationKey: leaf.translationKey,
      live: false,
    });
  });

  it('takes as many statements for a thousand pages as for ten', async () => {
    const grow = async (title: string, count: number) => {
      const top = await bed(title);
      const small = await bed('Small', top);
      for (let size = 1; size < count; size *= 2) await copy({ source: small, parent: small });
      return top;
    };
    const statementsFor = async (source: Page): Promise<[pages: number, statements: number]> => {
      const { logger } = world().dataSource;
      let statements = 0;
      const counting = { ...logger, logQuery: () => void (statements += 1) };
      Object.assign(world().dataSource, { logger: counting });
      const { ids } = await copy({ source, parent: await world().home() });
      Object.assign(world().dataSource, { logger });
      return [ids.size, statements];
    };
    const few = await statementsFor(await grow('Few', 8));
    const many = await statementsFor(await grow('Many', 1024));
    expect([few[0], many[0]]).toEqual([9, 1025]);
    expect(few[1]).toBeGreaterThan(10);
    expect(many[1]).toBe(few[1]);
    expect(many[1]).toBeLessThan(40);
  });
});
