import { ConvertAlias, CopyPage, DeletePage, MovePage, Problem, ReorderChildren, RestorePage } from '@pipit/cms';
import fc from 'fast-check';
import { useWorld, type World } from '../../support/world/world.js';

/** One thing done to a tree; numbers choose among the pages there are. */
type Step =
  | { do: 'create'; parent: number; publish: boolean }
  | { do: 'move'; page: number; parent: number; before: number }
  | { do: 'delete'; page: number }
  | { do: 'restore'; page: number }
  | { do: 'rename'; page: number; slug: number; publish: boolean }
  | { do: 'publish'; page: number }
  | { do: 'copy'; page: number; parent: number; recursive: boolean; keepLive: boolean; alias: boolean }
  | { do: 'convert'; page: number }
  | { do: 'reorder'; page: number; backwards: boolean };

const choice = fc.nat(30);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), parent: choice, publish: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('move' as const), page: choice, parent: choice, before: choice }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), page: choice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), page: choice }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('rename' as const), page: choice, slug: fc.nat(5), publish: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('publish' as const), page: choice }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('copy' as const),
      page: choice,
      parent: choice,
      recursive: fc.boolean(),
      keepLive: fc.boolean(),
      alias: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('convert' as const), page: choice }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reorder' as const), page: choice, backwards: fc.boolean() }) },
);

describe('whatever is done to the tree', () => {
  const world = useWorld();

  it('its positions, depths, counts and addresses stay right', async () => {
    const start = (await world().home()).id;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const ids = [start];
        for (const one of steps) await perform(world(), one, ids);
        expect(await world().treeFaults()).toEqual([]);
        expect(await wrongAddresses(world())).toEqual([]);
        expect(await unlikeTheirPages(world())).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

async function perform(world: World, step: Step, ids: number[]): Promise<void> {
  const pick = (number: number): number => ids[number % ids.length]!;
  try {
    await actionOf(world, step, pick, ids);
  } catch (error) {
    // Rules refuse some of it; nothing else may go wrong.
    if (!(error instanceof Problem)) throw error;
  }
}

async function actionOf(world: World, step: Step, pick: (n: number) => number, ids: number[]): Promise<unknown> {
  const { system } = world;
  switch (step.do) {
    case 'create': {
      const page = await world.createPage({ type: 'garden.Bed', parent: pick(step.parent), publish: step.publish });
      return ids.push(page.id);
    }
    case 'move': {
      const before = step.before % 2 === 0 ? null : pick(step.before);
      return world.get(MovePage).run(system, { pageId: pick(step.page), parentId: pick(step.parent), before });
    }
    case 'delete':
      return world.get(DeletePage).run(system, { pageId: pick(step.page) });
    case 'restore':
      return world.get(RestorePage).run(system, { pageId: pick(step.page) });
    case 'rename':
      return world.edit({ id: pick(step.page) }, { slug: `slug-${step.slug}` }, step.publish);
    case 'publish':
      return world.publish({ id: pick(step.page) });
    case 'copy': {
      const { recursive, keepLive, alias } = step;
      const how = { recursive: recursive && ids.length < 40, keepLive, alias };
      const copy = await world
        .get(CopyPage)
        .run(system, { pageId: pick(step.page), parentId: pick(step.parent), ...how });
      return ids.push(copy.id);
    }
    case 'convert':
      return world.get(ConvertAlias).run(system, { pageId: pick(step.page) });
    case 'reorder':
      return world.get(ReorderChildren).run(system, {
        pageId: pick(step.page),
        order: step.backwards ? '-title' : 'title',
      });
  }
}

/** Every live page of a site has its one current address, and nothing else has one. */
function wrongAddresses(world: World): Promise<unknown[]> {
  return world.sql(
    `SELECT p.id, p.url_path, u.path FROM
       (SELECT p.* FROM page p WHERE p.live AND p.path < 't') p
       JOIN page root ON root.id = (SELECT root_page_id FROM site) AND p.path >= root.path AND p.path < left(root.path, -1) || '/'
       FULL JOIN (SELECT * FROM page_url WHERE is_current) u
         ON u.page_id = p.id AND u.path = '/' || substr(p.url_path, length(root.url_path) + 1)
      WHERE p.id IS NULL OR u.path IS NULL`,
  );
}

/** Mirrors show what their page shows; while that is in the trash, what it showed last. */
function unlikeTheirPages(world: World): Promise<unknown[]> {
  return world.sql(
    `SELECT a.id, a.title, a.live, p.title AS page_title, p.live AS page_live
       FROM page a JOIN page p ON p.id = a.alias_of_id
       JOIN garden_bed own ON own.page_id = a.id JOIN garden_bed theirs ON theirs.page_id = p.id
      WHERE p.path < 't' AND (a.live <> p.live OR p.live AND (a.title <> p.title OR own.soil <> theirs.soil)
         OR a.latest_revision_id IS NOT NULL)`,
  );
}
