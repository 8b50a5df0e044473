import {
  CreatePage,
  DeletePage,
  EditPage,
  LockPage,
  MovePage,
  PageList,
  Problem,
  PublishPage,
  RestrictPage,
  SchedulePage,
  UnitOfWork,
  UnlockPage,
  UnpublishPage,
  type Ctx,
  type Page,
  type WriteCtx,
} from '@pipit/cms';
import { useWorld } from '../../support/world/world.js';

/** Who: what their group is granted on one bed of the garden and so on all below it. */
const ACTORS: Readonly<Record<string, readonly string[]>> = {
  nobody: [],
  'who may add': ['page.add'],
  'who may publish': ['page.publish'],
  'who may add and publish': ['page.add', 'page.publish'],
  'an editor': ['page.add', 'page.edit'],
  'who may delete in bulk': ['page.delete', 'page.publish', 'page.bulkDelete'],
  'who may lock, and delete': ['page.lock', 'page.delete'],
  'who may unlock, and edit': ['page.unlock', 'page.edit'],
  'a moderator': [
    'page.add',
    'page.edit',
    'page.publish',
    'page.delete',
    'page.bulkDelete',
    'page.lock',
    'page.unlock',
  ],
};

/** What the page is like. */
interface State {
  readonly live: boolean;
  /** The actor made it and all below it. */
  readonly own: boolean;
  /** Below the bed the grants are on. */
  readonly inside: boolean;
}

const STATES: readonly State[] = [
  ...[false, true].flatMap((live) => [false, true].map((own) => ({ live, own, inside: true }))),
  { live: false, own: true, inside: false },
];

type Has = (permission: string) => boolean;

/**
 * The rules of Wagtail 7, section by section of its page permissions; deleting pages of others has a permission of its
 * own here, which Wagtail gives with editing.
 */
const RULES: Readonly<Record<string, (has: Has, state: State) => boolean>> = {
  read: (has, state) => has('page.publish') || RULES['edit']!(has, state),
  edit: (has, { own, live }) => has('page.edit') || (own && has('page.add') && (!live || has('page.publish'))),
  publish: (has) => has('page.publish'),
  unpublish: (has) => has('page.publish'),
  schedule: (has) => has('page.publish'),
  privacy: (has) => has('page.publish'),
  lock: (has) => has('page.lock'),
  unlock: (has) => has('page.unlock'),
  addChild: (has) => has('page.add'),
  'add and publish': (has) => has('page.add') && has('page.publish'),
  delete: (has, { own, live }) => (has('page.delete') || (own && has('page.add'))) && (!live || has('page.publish')),
  'delete with all below': (has, state) => has('page.bulkDelete') && RULES['delete']!(has, state),
  move: (has, { own, live }) => (has('page.edit') || own) && has('page.add') && (!live || has('page.publish')),
};

/** Undoes what was tried. */
class Tried extends Error {}

describe('what each may do with each page, as Wagtail has it', () => {
  const world = useWorld();
  let beds: Page[];
  let destinations: Page[];
  let pages: Record<'draft' | 'live', Page[]>;
  let parents: Record<'draft' | 'live', Page[]>;

  beforeAll(async () => {
    const bed = (parent?: Page) => world().createPage({ type: 'garden.Bed', ...(parent ? { parent } : {}) });
    const plant = (parent: Page, publish: boolean) => world().createPage({ parent, fields: { latin: 'L' }, publish });
    beds = [await bed(), await bed()];
    const inEach = (make: (parent: Page) => Promise<Page>) => Promise.all(beds.map(make));
    destinations = await inEach(bed);
    pages = { draft: await inEach((each) => plant(each, false)), live: await inEach((each) => plant(each, true)) };
    parents = { draft: await inEach(bed), live: await inEach(bed) };
    for (const index of [0, 1]) {
      await plant(parents.draft[index]!, false);
      await plant(parents.live[index]!, true);
    }
  });

  const attempts: Readonly<Record<string, (ctx: WriteCtx, page: Page, parent: Page, to: Page) => Promise<unknown>>> = {
    edit: (ctx, { id, latestRevisionId }) =>
      world()
        .get(EditPage)
        .run(ctx, { pageId: id, baseRevisionId: latestRevisionId, fields: { height: 5 } }),
    publish: (ctx, { id, latestRevisionId }) =>
      world().get(PublishPage).run(ctx, { pageId: id, baseRevisionId: latestRevisionId }),
    unpublish: (ctx, { id }) => world().get(UnpublishPage).run(ctx, { pageId: id }),
    schedule: (ctx, { id }) =>
      world()
        .get(SchedulePage)
        .run(ctx, { pageId: id, expire: { at: '2090-01-01T00:00', zone: 'UTC' } }),
    privacy: (ctx, { id }) => world().get(RestrictPage).run(ctx, { pageId: id, kind: 'login' }),
    lock: (ctx, { id }) => world().get(LockPage).run(ctx, { pageId: id }),
    unlock: async (ctx, { id }) => {
      await ctx.manager.query('UPDATE page SET locked = true WHERE id = $1', [id]);
      return world().get(UnlockPage).run(ctx, { pageId: id });
    },
    addChild: (ctx, _page, parent) => add(ctx, parent, false),
    'add and publish': (ctx, _page, parent) => add(ctx, parent, true),
    delete: (ctx, { id }) => world().get(DeletePage).run(ctx, { pageId: id }),
    'delete with all below': (ctx, _page, { id }) => world().get(DeletePage).run(ctx, { pageId: id }),
    move: (ctx, { id }, _parent, to) => world().get(MovePage).run(ctx, { pageId: id, parentId: to.id, before: null }),
  };
  const add = (ctx: WriteCtx, parent: Page, publish: boolean) =>
    world().get(CreatePage).run(ctx, { parentId: parent.id, type: 'garden.Plant', fields: { title: 'New', latin: 'N' }, publish }); // prettier-ignore

  /** Whether it would have gone through; nothing of it stays. */
  const goesThrough = async (ctx: Ctx, act: (tx: WriteCtx) => Promise<unknown>, own: readonly number[]) => {
    try {
      await world()
        .get(UnitOfWork)
        .run(ctx, async (tx) => {
          await owned(tx, own);
          await act(tx);
          throw new Tried();
        });
    } catch (error) {
      if (error instanceof Tried) return true;
      // Who has nothing to do with a page is not even told that there is one.
      if (error instanceof Problem && ['forbidden', 'not_found'].includes(error.code)) return false;
      throw error;
    }
    return false;
  };
  const owned = (ctx: Ctx, ids: readonly number[]) =>
    ctx.manager.query('UPDATE page SET owner_id = $2 WHERE id = ANY($1::int[]) OR parent_id = ANY($1::int[])', [
      ids,
      ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    ]);

  it.each(Object.entries(ACTORS))('%s', async (_who, permissions) => {
    const person = await world().person(permissions.map((permission) => ({ permission, scope: { kind: 'page', id: beds[0]!.id } }))); // prettier-ignore
    const groups = await world().sql<{ id: number }>('SELECT group_id AS id FROM user_group_member WHERE user_id = $1', [person.userId]); // prettier-ignore
    const ctx = world().ctxOf({ id: person.userId, name: person.name, email: person.email }, groups.map(({ id }) => id)); // prettier-ignore
    const wrong: string[] = [];
    for (const state of STATES) {
      const { live, own, inside } = state;
      const at = inside ? 0 : 1;
      const [page, parent] = [pages, parents].map((each) => each[live ? 'live' : 'draft'][at]!) as [Page, Page];
      const has: Has = (permission) => inside && permissions.includes(permission);
      const told = await canOf(ctx, page, own);
      for (const [action, rule] of Object.entries(RULES)) {
        if (action === 'unpublish' && !live) continue;
        const expected = rule(has, state);
        const attempt = attempts[action];
        const ids = own ? [page.id, parent.id] : [];
        const may = attempt
          ? await goesThrough(ctx, (tx) => attempt(tx, page, parent, destinations[at]!), ids)
          : expected;
        if (may !== expected) wrong.push(`${action} ${JSON.stringify(state)}: may is ${may}`);
        // A plant has no children, and an open page nothing to unlock; moving depends on where to.
        if (['addChild', 'unlock', 'move'].includes(action) || !(action in told)) continue;
        if (told[action] !== expected) wrong.push(`${action} ${JSON.stringify(state)}: told ${told[action]}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  /** What lists and details say; false all through when the page is not even shown. */
  const canOf = async (ctx: Ctx, page: Page, own: boolean): Promise<Record<string, boolean>> => {
    let can: Record<string, boolean> = { read: false, edit: false, publish: false, delete: false };
    await world()
      .get(UnitOfWork)
      .run(ctx, async (tx) => {
        if (own) await owned(tx, [page.id]);
        const found = await world().get(PageList).find(tx, page.id);
        if (found) can = { ...found.can };
        throw new Tried();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Tried)) throw error;
      });
    return can;
  };
});
