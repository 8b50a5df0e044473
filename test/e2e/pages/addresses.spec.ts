import { DeletePage, MovePage, Problem, RestorePage, UnpublishPage, type Page } from '@pipit/cms';
import fc from 'fast-check';
import type { Answer, WorldClient } from '../../support/world/client.js';
import { useWorld, type World } from '../../support/world/world.js';

const reader = (world: World) => {
  const ask = (path: string): Promise<Answer> => world.client().get(`/api/v2/${path}`);
  return {
    /** The id of the page an address leads to; null for 404. */
    async pageAt(address: string): Promise<number | null> {
      const { status, headers } = await ask(`pages/find/?html_path=${encodeURIComponent(address)}`);
      if (status === 404) return null;
      return Number(/\/pages\/(\d+)\//.exec(String(headers['location']))?.[1]);
    },
    resolve: (address: string) => ask(`redirects/find/?resolve=true&html_path=${encodeURIComponent(address)}`),
  };
};

const bed = (world: World, title: string, parent?: Pick<Page, 'id'>, publish = true): Promise<Page> =>
  world.createPage({ type: 'garden.Bed', title, publish, ...(parent ? { parent } : {}) });

describe('a former address', () => {
  const world = useWorld();
  let admin: WorldClient;

  beforeAll(async () => {
    admin = await world().admin();
  });

  const move = (page: Pick<Page, 'id'>, parent: Pick<Page, 'id'>) =>
    world().get(MovePage).run(world().system, { pageId: page.id, parentId: parent.id, before: null });

  it('leads to the page and to those below it, however often they moved', async () => {
    const { pageAt, resolve } = reader(world());
    const [from, to] = [await bed(world(), 'From here'), await bed(world(), 'To there')];
    const page = await bed(world(), 'Traveller', from);
    const leaf = await bed(world(), 'Companion', page);
    await move(page, to);
    await world().edit(page, { slug: 'settled' }, true);
    for (const address of ['/from-here/traveller/', '/to-there/traveller', '/to-there/settled/']) {
      expect(await pageAt(address)).toBe(page.id);
      expect(await pageAt(`${address}/companion/`)).toBe(leaf.id);
    }
    // One step, wherever the page was in between.
    expect((await resolve('/from-here/traveller/companion')).body).toEqual({
      old_path: '/from-here/traveller/companion',
      location: '/to-there/settled/companion/',
      is_permanent: true,
    });
  });

  it('leads on below itself, too, as far as its page answers addresses there itself', async () => {
    const { pageAt, resolve } = reader(world());
    const page = await bed(world(), 'Seasonal');
    await world().edit(page, { slug: 'four-seasons' }, true);
    expect((await resolve('/seasonal/season/spring')).body.location).toBe('/four-seasons/season/spring/');
    expect(await pageAt('/seasonal/season/spring/')).toBe(page.id);
    for (const address of ['/seasonal/season/', '/seasonal/year/1/', '/seasonal/season/spring/early/'])
      expect([await pageAt(address), (await resolve(address)).status]).toEqual([null, 404]);
    // A page that lives there wins.
    const seasons = await bed(world(), 'Season', page);
    const spring = await bed(world(), 'Spring', seasons);
    expect(await pageAt('/four-seasons/season/spring/')).toBe(spring.id);
  });

  it('is forgotten with its page when that is deleted for good: nothing says where it went', async () => {
    const { pageAt } = reader(world());
    const page = await bed(world(), 'Short-lived');
    await world().edit(page, { slug: 'lived-shortly' }, true);
    await admin.delete(`/pages/${page.id}`);
    expect((await admin.delete(`/trash/${page.id}`)).status).toBe(200);
    expect([await pageAt('/short-lived/'), await pageAt('/lived-shortly/')]).toEqual([null, null]);
    const second = await bed(world(), 'Short-lived');
    expect(await pageAt('/short-lived/')).toBe(second.id);
  });

  it('leads nowhere while its page is offline or in the trash, and again when it is back', async () => {
    const { pageAt } = reader(world());
    const page = await bed(world(), 'Away');
    await world().edit(page, { slug: 'away-now' }, true);
    await admin.post(`/pages/${page.id}/unpublish`);
    expect(await pageAt('/away/')).toBeNull();
    await world().publish(page);
    expect(await pageAt('/away/')).toBe(page.id);
    await admin.delete(`/pages/${page.id}`);
    expect(await pageAt('/away/')).toBeNull();
    await admin.post(`/pages/${page.id}/restore`);
    expect(await pageAt('/away/')).toBe(page.id);
  });

  it('belongs to the page that lives there now, whoever had it before', async () => {
    const { pageAt, resolve } = reader(world());
    const first = await bed(world(), 'Shared');
    await world().edit(first, { slug: 'shared-before' }, true);
    const second = await bed(world(), 'Shared');
    expect(second.slug).toBe('shared');
    expect(await pageAt('/shared/')).toBe(second.id);
    expect((await resolve('/shared/')).status).toBe(404);
    await world().edit(first, { slug: 'shared-before' }, true);
    expect(await pageAt('/shared/')).toBe(second.id);
  });

  it('never tells of a page that not everybody may read', async () => {
    const { pageAt, resolve } = reader(world());
    const page = await bed(world(), 'Members');
    await world().edit(page, { slug: 'members-only' }, true);
    await world().sql(`INSERT INTO view_restriction (kind, target_id, restriction) VALUES ('page', $1, 'login')`, [
      page.id,
    ]);
    expect(await pageAt('/members/')).toBeNull();
    expect((await resolve('/members/')).status).toBe(404);
  });

  it('gives way to a redirect made by hand', async () => {
    const { pageAt, resolve } = reader(world());
    const page = await bed(world(), 'Overruled');
    await world().edit(page, { slug: 'elsewhere' }, true);
    await admin.post('/redirects', { oldPath: '/overruled', link: 'https://example.org/', isPermanent: false });
    expect(await pageAt('/overruled/')).toBeNull();
    expect((await resolve('/overruled/')).body).toEqual({
      old_path: '/overruled',
      location: 'https://example.org/',
      is_permanent: false,
    });
  });

  it('and the present one are told to editors, who may let a former one lead nowhere', async () => {
    const { pageAt } = reader(world());
    const page = await bed(world(), 'Told');
    await world().edit(page, { slug: 'told-now' }, true);
    const { body } = await admin.get(`/pages/${page.id}/addresses`);
    const [site] = await world().sql<{ id: number }>('SELECT id FROM site');
    expect(body.items).toMatchObject([
      { path: '/told-now/', url: 'http://garden.example/told-now/', isCurrent: true, site: { name: 'Garden' } },
      { path: '/told/', isCurrent: false },
    ]);
    const remove = (path: string, who: WorldClient = admin) =>
      who.delete(`/pages/${page.id}/addresses?siteId=${site!.id}&path=${path}`);
    const editor = await world().person([{ permission: 'page.edit', scope: { kind: 'everywhere' } }]);
    expect((await editor.get(`/pages/${page.id}/addresses`)).status).toBe(200);
    expect((await remove('/told/', editor)).status).toBe(403);
    expect((await (await world().person([])).get(`/pages/${page.id}/addresses`)).status).toBe(404);
    expect((await remove('/told-now/')).status).toBe(404);
    expect((await remove('/told/')).status).toBe(204);
    expect(await pageAt('/told/')).toBeNull();
    expect(await pageAt('/told-now/')).toBe(page.id);
  });

  it('a redirect is found however its address is spelt, with its query before without, on its site before on all', async () => {
    const { resolve } = reader(world());
    const [site] = await world().sql<{ id: number }>('SELECT id FROM site');
    const make = (oldPath: string, link: string, siteId?: number) =>
      admin.post('/redirects', { oldPath, link, ...(siteId ? { siteId } : {}) });
    await make('/spelt', '/everywhere');
    await make('/spelt', '/here', site!.id);
    await make('/spelt?b=2&a=1', '/asked');
    const location = async (address: string) => (await resolve(address)).body.location;
    expect(await location('/spelt/')).toBe('/here');
    expect(await location('spelt?c=3')).toBe('/here');
    expect(await location('/spelt?a=1&b=2#part')).toBe('/asked');
    await make('/grüße', '/greetings');
    expect(await location('/gr%C3%BC%C3%9Fe/')).toBe('/greetings');
  });
});

/** One thing done to pages; numbers choose among those there are. */
type Step = {
  readonly do: 'create' | 'move' | 'rename' | 'publish' | 'unpublish' | 'delete' | 'restore';
  a: number;
  b: number;
};

describe('whatever happens to pages', () => {
  const world = useWorld();
  const { nat, oneof, constant, record } = fc;
  const step: fc.Arbitrary<Step> = record({
    do: oneof(
      { weight: 3, arbitrary: constant('create' as const) },
      { weight: 4, arbitrary: constant('move' as const) },
      { weight: 4, arbitrary: constant('rename' as const) },
      { weight: 2, arbitrary: constant('publish' as const) },
      { weight: 2, arbitrary: constant('unpublish' as const) },
      { weight: 1, arbitrary: constant('delete' as const) },
      { weight: 1, arbitrary: constant('restore' as const) },
    ),
    a: nat(40),
    b: nat(40),
  });

  it('every address there ever was answers the page that had it last, where it is now, or nothing', async () => {
    const start = await world().home();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        const ids = [start.id];
        const last = new Map<string, number>();
        for (const one of steps) {
          await perform(world(), one, ids);
          for (const { path, id } of await livePages(world())) last.set(path, id);
        }
        const living = new Map((await livePages(world())).map(({ id, path }) => [id, path]));
        const { pageAt, resolve } = reader(world());
        for (const [address, owner] of last) {
          const present = living.get(owner) ?? null;
          expect([address, await pageAt(address)]).toEqual([address, present === null ? null : owner]);
          if (present === null || present === address) continue;
          expect((await resolve(address)).body.location).toBe(present);
        }
        // The next run begins with an empty garden.
        for (const id of ids.slice(1)) await perform(world(), { do: 'delete', a: ids.indexOf(id), b: 0 }, ids);
        await world().sql('DELETE FROM page_url WHERE page_id <> $1', [start.id]);
      }),
      { numRuns: 12, seed: 4160 },
    );
  }, 120_000);
});

async function perform(world: World, { do: what, a, b }: Step, ids: number[]): Promise<void> {
  const id = ids[a % ids.length]!;
  const run = (): Promise<unknown> => {
    switch (what) {
      case 'create':
        return bed(world, `Bed ${b % 4}`, { id }, b % 3 > 0).then((page) => ids.push(page.id));
      case 'move':
        return world.get(MovePage).run(world.system, { pageId: id, parentId: ids[b % ids.length]!, before: null });
      case 'rename':
        return world.edit({ id }, { slug: `name-${b % 4}` }, b % 2 === 0);
      case 'publish':
        return world.publish({ id });
      case 'unpublish':
        return world.get(UnpublishPage).run(world.system, { pageId: id });
      case 'delete':
        return world.get(DeletePage).run(world.system, { pageId: id });
      case 'restore':
        return world.get(RestorePage).run(world.system, { pageId: id });
    }
  };
  if (id === ids[0] && what !== 'create') return;
  try {
    await run();
  } catch (error) {
    // Rules refuse some of it; nothing else may go wrong.
    if (!(error instanceof Problem)) throw error;
  }
}

function livePages(world: World): Promise<{ id: number; path: string }[]> {
  return world.sql(
    `SELECT p.id, '/' || substr(p.url_path, length(home.url_path) + 1) AS path
       FROM page p, page home WHERE home.id = (SELECT root_page_id FROM site) AND p.live
        AND p.path >= home.path AND p.path < left(home.path, -1) || '/'`,
  );
}
