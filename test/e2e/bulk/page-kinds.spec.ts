import type { Page } from '@pipit/cms';
import { bulkDone } from '../../support/world/bulk.js';
import type { WorldClient } from '../../support/world/client.js';
import { useWorld } from '../../support/world/world.js';

const ids = (...pages: Pick<Page, 'id'>[]): string[] => pages.map(({ id }) => String(id));

describe('many pages at once', () => {
  const world = useWorld();
  let admin: WorldClient;

  beforeAll(async () => {
    admin = await world().admin();
  });

  const bed = (title: string, parent?: Page) =>
    world().createPage({ type: 'garden.Bed', title, publish: true, ...(parent ? { parent } : {}) });
  const done = (wish: object) => bulkDone(world(), admin, wish);
  const titlesBelow = async (parent: Pick<Page, 'id'>): Promise<string[]> =>
    (await admin.get(`/pages?parent=${parent.id}`)).body.items.map(({ title }: { title: string }) => title);

  it('are copied, each once, also where one stands below another', async () => {
    const [target, above] = [await bed('Target'), await bed('Above')];
    const below = await bed('Below', above);
    const wish = { kind: 'page.copy', ids: ids(above, below), arguments: { parentId: target.id, recursive: true } };
    expect(await done(wish)).toMatchObject({ total: 1, done: 1 });
    const [copy] = (await admin.get(`/pages?parent=${target.id}`)).body.items;
    expect(copy).toMatchObject({ title: 'Above', live: false, childCount: 1 });
  });

  it('are mirrored', async () => {
    const [target, origin] = [await bed('Mirrors'), await bed('Origin')];
    await done({ kind: 'page.copy', ids: ids(origin), arguments: { parentId: target.id, alias: true } });
    const [mirror] = (await admin.get(`/pages?parent=${target.id}`)).body.items;
    expect(mirror).toMatchObject({ live: true, aliasOf: { id: origin.id } });
  });

  it('come back from the trash, to where they stood or to another place', async () => {
    const parent = await bed('Home');
    const [a, b, c] = [await bed('A', parent), await bed('B', parent), await bed('C', parent)];
    await done({ kind: 'page.delete', ids: ids(a, b, c) });
    expect(await titlesBelow(parent)).toEqual([]);
    expect(await done({ kind: 'page.restore', ids: ids(a, b) })).toMatchObject({ total: 2, done: 2 });
    expect(await titlesBelow(parent)).toEqual(['A', 'B']);
    const elsewhere = await bed('Elsewhere');
    await done({ kind: 'page.restore', query: { q: 'C' }, arguments: { parentId: elsewhere.id } });
    expect(await titlesBelow(elsewhere)).toEqual(['C']);
  });

  it('get their times; whoever has a draft that is not ready is refused alone', async () => {
    const parent = await bed('Times');
    const ready = await world().createPage({ parent, title: 'Ready', fields: { latin: 'Rosa' } });
    const bare = await world().createPage({ parent, title: 'Bare' });
    const goLive = { at: '2099-05-01T09:00', zone: 'Europe/Berlin' };
    const result = await done({ kind: 'page.schedule', ids: ids(ready, bare), arguments: { goLive } });
    expect(result).toMatchObject({ done: 1, refused: 1 });
    expect((await admin.get(`/pages/${ready.id}`)).body.schedule.goLive).toMatchObject({
      at: '2099-05-01T07:00:00.000Z',
    });
    await done({ kind: 'page.schedule', ids: ids(ready), arguments: { goLive: null } });
    expect((await admin.get(`/pages/${ready.id}`)).body.schedule).toBeNull();
  });

  it('are translated with all below; what is there already is refused and keeps nothing else', async () => {
    await admin.post('/locales', { code: 'fi', name: 'Finnish' });
    const top = await bed('Top');
    const [one] = [await bed('One', top), await bed('Two', top)];
    await admin.post(`/pages/${one.id}/translate`, { locales: ['fi'] });
    const wish = { kind: 'page.translate', ids: ids(top), arguments: { locales: ['fi'], descendants: true } };
    expect(await done(wish)).toMatchObject({ total: 3, done: 2, refused: 1 });
    const [finnish] = (await admin.get(`/pages/${top.id}`)).body.translations.filter(
      ({ locale }: { locale: string }) => locale === 'fi',
    );
    expect(await titlesBelow(finnish)).toEqual(['One', 'Two']);
  });

  it('need arguments of the right form', async () => {
    const page = await bed('Form');
    const wrong = [
      ['page.copy', {}, '/arguments/parentId'],
      ['page.translate', { locales: [] }, '/arguments/locales'],
      ['page.schedule', { goLive: 'soon' }, '/arguments/goLive'],
      ['page.restore', { force: true }, '/arguments/force'],
    ] as const;
    for (const [kind, given, path] of wrong) {
      const { status, body } = await admin.post('/bulk-operations', { kind, ids: ids(page), arguments: given });
      expect([status, body.errors[0].path]).toEqual([422, path]);
    }
  });
});
