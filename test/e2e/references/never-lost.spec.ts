import {
  CreatePage,
  DeletePage,
  MovePage,
  Problem,
  ReferenceUpkeep,
  RestorePage,
  UnpublishPage,
  type JsonObject,
} from '@pipit/cms';
import fc from 'fast-check';
import { useWorld, type World } from '../../support/world/world.js';

/** One thing done to pages that point at each other; numbers choose among those there are. */
interface Step {
  readonly do: 'create' | 'point' | 'save' | 'publish' | 'unpublish' | 'delete' | 'restore' | 'move';
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** What a page points at: by a column, and by a link in its text. */
interface Pointers {
  readonly neighbour: number | null;
  readonly linked: number | null;
}

/** What the model knows of a page. */
interface Known {
  draft: Pointers;
  /** What readers see; null while it is not live. */
  live: Pointers | null;
}

const NOTHING: Pointers = { neighbour: null, linked: null };

describe('whatever is done to pages that point at each other', () => {
  const world = useWorld();
  const { nat, oneof, constant, record } = fc;
  const step: fc.Arbitrary<Step> = record({
    do: oneof(
      { weight: 2, arbitrary: constant('create' as const) },
      { weight: 5, arbitrary: constant('point' as const) },
      { weight: 1, arbitrary: constant('save' as const) },
      { weight: 4, arbitrary: constant('publish' as const) },
      { weight: 3, arbitrary: constant('unpublish' as const) },
      { weight: 2, arbitrary: constant('delete' as const) },
      { weight: 2, arbitrary: constant('restore' as const) },
      { weight: 2, arbitrary: constant('move' as const) },
    ),
    a: nat(30),
    b: nat(30),
    c: nat(30),
  });

  it('no pointer that is stored is ever lost, in what readers see, in drafts, or in the index', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
        const pages = new Map<number, Known>();
        for (const one of steps) await perform(world(), one, pages);
        expect(await indexed(world(), pages)).toEqual(expectedIndex(pages));
        expect(await stored(world(), pages)).toEqual(expectedRows(pages));
        // What the index says is what making it anew from stored content would say.
        await world().get(ReferenceUpkeep).rebuild();
        expect(await indexed(world(), pages)).toEqual(expectedIndex(pages));
      }),
      { numRuns: 6, seed: 61 },
    );
  }, 120_000);

  it('a link to a page that is not live is printed as nothing, and heals when it is published', async () => {
    const admin = await world().admin();
    const target = await world().createPage({ title: 'Not yet', fields: { latin: 'N' } });
    const source = await world().createPage({
      title: 'Points ahead',
      fields: { latin: 'P', neighbour: target.id, care: `<p><a linktype="page" id="${target.id}">there</a></p>` },
      publish: true,
    });
    const printed = async (): Promise<unknown> =>
      (await world().client().get(`/api/v2/pages/${source.id}/?fields=neighbour`)).body.neighbour;
    expect(await printed()).toBeNull();
    await world().publish(target);
    expect(await printed()).toMatchObject({ id: target.id });
    await admin.post(`/pages/${target.id}/unpublish`);
    expect(await printed()).toBeNull();
    await admin.delete(`/pages/${target.id}?force=true`);
    await admin.post(`/pages/${target.id}/restore`);
    await world().publish(target);
    expect(await printed()).toMatchObject({ id: target.id });
  });
});

async function perform(world: World, one: Step, pages: Map<number, Known>): Promise<void> {
  const ids = [...pages.keys()];
  if (one.do !== 'create' && ids.length === 0) return;
  const pick = (number: number): number => ids[number % ids.length]!;
  try {
    await change(world, one, pages, pick);
  } catch (error) {
    // Rules refuse some of it; nothing else may go wrong, and nothing of it may be half done.
    if (!(error instanceof Problem)) throw error;
  }
}

async function change(
  world: World,
  { do: what, a, b, c }: Step,
  pages: Map<number, Known>,
  pick: (n: number) => number,
) {
  const { system } = world;
  if (what === 'create') {
    const home = (await world.home()).id;
    const fields = { title: `Page ${pages.size}`, latin: 'x' };
    const page = await world.get(CreatePage).run(system, { parentId: home, type: 'garden.Plant', fields });
    pages.set(page.id, { draft: NOTHING, live: null });
    return;
  }
  const id = pick(a);
  const known = pages.get(id)!;
  switch (what) {
    case 'point': {
      const draft: Pointers = { neighbour: b % 5 === 0 ? null : pick(b), linked: c % 4 === 0 ? null : pick(c) };
      await world.edit({ id }, fieldsOf(draft));
      known.draft = draft;
      return;
    }
    case 'save':
      await world.edit({ id }, { code: String(b % 9) });
      return;
    case 'publish':
      await world.publish({ id });
      known.live = known.draft;
      return;
    case 'unpublish':
      await world.get(UnpublishPage).run(system, { pageId: id });
      known.live = null;
      return;
    case 'delete':
      await world.get(DeletePage).run(system, { pageId: id, force: true });
      return;
    case 'restore':
      await world.get(RestorePage).run(system, { pageId: id });
      return;
    case 'move':
      await world.get(MovePage).run(system, { pageId: id, parentId: (await world.home()).id, before: pick(b) });
  }
}

function fieldsOf({ neighbour, linked }: Pointers): JsonObject {
  return { neighbour, care: linked === null ? '' : `<p><a linktype="page" id="${linked}">x</a></p>` };
}

/** `source > target at place: live draft`, in order. */
function expectedIndex(pages: ReadonlyMap<number, Known>): string[] {
  const lines = [...pages].flatMap(([id, { draft, live }]) =>
    (['neighbour', 'linked'] as const).flatMap((place) => {
      const targets = new Set([draft[place], live?.[place] ?? null].filter((target) => target !== null));
      return [...targets].map(
        (target) => `${id} > ${target} at ${place}: ${live?.[place] === target} ${draft[place] === target}`,
      );
    }),
  );
  return lines.sort();
}

async function indexed(world: World, pages: ReadonlyMap<number, Known>): Promise<string[]> {
  const rows = await world.sql<{ line: string }>(
    `SELECT source_id || ' > ' || target_id || ' at ' || CASE WHEN pointer LIKE '/neighbour%' THEN 'neighbour' ELSE 'linked' END
            || ': ' || live || ' ' || draft AS line
       FROM reference WHERE source_type = 'page' AND source_id = ANY($1)`,
    [[...pages.keys()]],
  );
  return rows.map(({ line }) => line).sort();
}

/** The typed row holds what readers see, or the draft of a page that is not live. */
function expectedRows(pages: ReadonlyMap<number, Known>): unknown[] {
  return [...pages].map(([id, { draft, live }]) => ({ id, ...fieldsOf(live ?? draft) })).sort((a, b) => a.id - b.id);
}

function stored(world: World, pages: ReadonlyMap<number, Known>): Promise<unknown[]> {
  return world.sql(
    'SELECT page_id AS id, neighbour_id AS neighbour, care FROM garden_plant WHERE page_id = ANY($1) ORDER BY 1',
    [[...pages.keys()]],
  );
}
