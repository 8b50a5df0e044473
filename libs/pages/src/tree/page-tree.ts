import { Injectable } from '@nestjs/common';
import { KEPT, invalid, kept, newUuid, type WriteCtx } from '@pipit/kernel';
import { UNSAVED } from '@pipit/revisions';
import { pageNotFound } from '../errors.js';
import { Page } from '../page.entity.js';
import { gapAt, type Gap } from './sibling-gap.js';
import { freeSlug, throwSlugRace } from './slugs.js';
import { requireRoom, requireRoomFor } from './tree-bounds.js';
import { lockSubtree, lockTree, lockTreeFor } from './tree-locks.js';
import { childPath, isWithin, subtreeRange } from './paths.js';
import { freshKeys, keysBetween, MAX_KEY_LENGTH } from './sort-keys.js';

/** Where a page stands. */
type Place = Pick<Page, 'id' | 'path'>;

/** Where a new page is to stand, and the id it gets. */
type ParentOfNew = Pick<Page, 'id' | 'path' | 'depth' | 'urlPath'> & { readonly nextId: number };

/** Columns of a new node that its place does not decide. */
export type NewNode = Pick<Page, 'type' | 'title' | 'slug' | 'localeId'> & Partial<Page>;

/** Keeps positions, depths, child counts and URL paths right. Permission and type rules are the actions' business. */
@Injectable()
export class PageTree {
  /**
   * Makes room for a node below `parentId`, before the sibling `before` or last, with its slug or the first that is
   * free, and answers it with an id of its own, not stored yet: {@link plant} does that. The caller has locked the tree
   * ({@link lockForWrite}); the parent is locked here, until the commit.
   */
  async makeRoom(ctx: WriteCtx, parentId: number, before: number | null, node: NewNode): Promise<Page> {
    const { nextId, ...parent } = await this.addChild(ctx, parentId);
    requireRoom(parent.depth + 1, parent.path.length + MAX_KEY_LENGTH + 1);
    // In a statement of its own, which sees what whoever held the parent before has added.
    const gap = await gapAt(ctx, { parentId: parent.id, before, slug: node.slug });
    const [sortKey] = await this.keysIn(ctx, parent, gap, before, 1, null);
    const slug = gap.taken ? await freeSlug(ctx, parent.id, node.slug, null) : node.slug;
    return ctx.manager.create(Page, {
      ...UNSAVED,
      id: nextId,
      uuid: newUuid(),
      draftTitle: node.title,
      translationKey: newUuid(),
      createdAt: new Date(),
      childCount: 0,
      goLiveAt: null,
      expireAt: null,
      expired: false,
      locked: false,
      ...node,
      slug,
      path: childPath(parent.path, sortKey),
      sortKey,
      depth: parent.depth + 1,
      parentId: parent.id,
      urlPath: urlPathBelow(parent, slug),
    });
  }

  /** Stores a node that room was made for. */
  async plant(ctx: WriteCtx, page: Page): Promise<void> {
    // Named one by one, since TypeORM leaves generated keys out of an insert by itself.
    const insert = ctx.manager
      .createQueryBuilder()
      .insert()
      .into(Page, Object.keys(page))
      .values(page as never)
      .updateEntity(false);
    await insert.comment(KEPT).execute().catch(throwSlugRace);
  }

  /** {@link makeRoom} and {@link plant} in one. */
  async insert(ctx: WriteCtx, parentId: number, before: number | null, node: NewNode): Promise<Page> {
    const page = await this.makeRoom(ctx, parentId, before, node);
    await this.plant(ctx, page);
    return page;
  }

  /** Moves a subtree below `parentId`, in one statement however large it is. */
  async move(ctx: WriteCtx, pageId: number, parentId: number, before: number | null): Promise<Page> {
    await this.lockForMove(ctx);
    const page = await this.lockPage(ctx, pageId);
    const parent = await this.lockPage(ctx, parentId);
    if (isWithin(parent.path, page.path)) {
      throw invalid('A page cannot move below itself.', [
        { path: '/parentId', code: 'below_itself', message: 'Choose a place outside this page.' },
      ]);
    }
    await requireRoomFor(ctx, page, parent);
    const [sortKey] = await this.keysFor(ctx, parent, before, 1, pageId);
    const { from, to } = subtreeRange((await this.lockPage(ctx, pageId)).path);
    await ctx.manager
      .query(
        `UPDATE page SET
         path = $3 || substr(path, length($1) + 1),
         depth = depth + $4,
         url_path = $5 || substr(url_path, length($6) + 1),
         sort_key = CASE WHEN id = $7 THEN $8 ELSE sort_key END,
         parent_id = CASE WHEN id = $7 THEN $9 ELSE parent_id END
       WHERE path >= $1 AND path < $2`,
        [
          from,
          to,
          childPath(parent.path, sortKey),
          parent.depth + 1 - page.depth,
          urlPathBelow(parent, page.slug),
          page.urlPath,
          page.id,
          sortKey,
          parent.id,
        ],
      )
      .catch(throwSlugRace);
    if (page.parentId !== parent.id) {
      if (page.parentId !== null) await this.changeChildCount(ctx, page.parentId, -1);
      await this.changeChildCount(ctx, parent.id, 1);
    }
    return this.get(ctx, pageId);
  }

  /** Puts all children of a page into this order, with fresh keys, and rewrites the paths below them. */
  async reorder(ctx: WriteCtx, parent: Place, childIds: readonly number[]): Promise<void> {
    const keys = freshKeys(childIds.length);
    // Two steps, as a fresh path may still be taken by a sibling: first out of the way, then into place.
    for (const prefix of ['~', '']) {
      await ctx.manager.query(
        `WITH plan AS (SELECT * FROM unnest($1::int[], $2::text[]) AS plan (id, key)),
              top AS (SELECT p.id, p.path, plan.key FROM page p JOIN plan USING (id))
         UPDATE page SET
           path = $3 || $4 || top.key || '.' || substr(page.path, length(top.path) + 1),
           sort_key = CASE WHEN page.id = top.id THEN $4 || top.key ELSE page.sort_key END
         FROM top WHERE page.path >= top.path AND page.path < left(top.path, -1) || '/'`,
        [childIds, keys, parent.path, prefix],
      );
    }
  }

  /** Gives a page another slug and rewrites the URL paths below it. */
  async changeSlug(ctx: WriteCtx, page: Page, slug: string): Promise<void> {
    if (page.slug === slug || page.parentId === null) return;
    const { from, to } = subtreeRange(page.path);
    await lockSubtree(ctx, from, to);
    const parent = await this.get(ctx, page.parentId);
    const urlPath = urlPathBelow(parent, slug);
    await ctx.manager
      .query(
        `UPDATE page SET url_path = $3 || substr(url_path, length($4) + 1),
                       slug = CASE WHEN id = $5 THEN $6 ELSE slug END
        WHERE path >= $1 AND path < $2`,
        [from, to, urlPath, page.urlPath, page.id, slug],
      )
      .catch(throwSlugRace);
    page.slug = slug;
    page.urlPath = urlPath;
  }

  /**
   * Keeps all other writers of pages out until the commit. Taken before any row lock, so that whoever moves pages and
   * whoever changes one wait for each other here and cannot deadlock on rows.
   */
  async lockForMove(ctx: WriteCtx): Promise<void> {
    await lockTree(ctx, 'exclusive');
  }

  /** Keeps moves out until the commit, and nobody else. Taken before any row lock, as {@link lockForMove}. */
  async lockForWrite(ctx: WriteCtx): Promise<void> {
    await lockTree(ctx, 'shared');
  }

  /**
   * As {@link lockForWrite}, for whoever changes a page; as {@link lockForMove} where it has mirrors, which may stand
   * below what another one changes, and that one's below this.
   */
  async lockFor(ctx: WriteCtx, pageId: number): Promise<void> {
    await lockTreeFor(ctx, pageId);
  }

  /** Reads a page that has to exist. */
  async get(ctx: WriteCtx, id: number): Promise<Page> {
    return ctx.manager.findOneByOrFail(Page, { id });
  }

  /** Locks a page's row until the commit and answers it as it is now; throws when there is none. */
  async lockPage(ctx: WriteCtx, id: number): Promise<Page> {
    const page = await this.findAndLock(ctx, id);
    if (!page) throw pageNotFound(id);
    return page;
  }

  /** As {@link lockPage}; null when there is no such page. */
  async findAndLock(ctx: WriteCtx, id: number): Promise<Page | null> {
    // Not the strongest lock: that one would keep out content elsewhere which only comes to point at this page.
    return ctx.manager.findOne(Page, { where: { id }, lock: { mode: 'for_no_key_update' }, comment: KEPT });
  }

  /** Locks a page's row, counts one more child and takes its id, in one statement as others may be waiting. */
  private async addChild(ctx: WriteCtx, id: number): Promise<ParentOfNew> {
    const [[parent]]: [Omit<ParentOfNew, 'id'>[], number] = await ctx.manager.query(
      kept(`UPDATE page SET child_count = child_count + 1 WHERE id = $1
            RETURNING path, depth, url_path AS "urlPath", nextval(pg_get_serial_sequence('page', 'id'))::int AS "nextId"`),
      [id],
    );
    if (!parent) throw pageNotFound(id);
    return { id, ...parent };
  }

  /** Notes that a page has more or fewer children. */
  async changeChildCount(ctx: WriteCtx, id: number, by: number): Promise<void> {
    await ctx.manager.query(kept('UPDATE page SET child_count = child_count + $2 WHERE id = $1'), [id, by]);
  }

  /**
   * That many keys in front of the sibling `before` (null: behind the last), leaving the page `moving` out of account.
   * May change the paths of the siblings. The parent's row has to be locked.
   */
  async keysFor(
    ctx: WriteCtx,
    parent: Place,
    before: number | null,
    count: number,
    moving: number | null = null,
  ): Promise<[string, ...string[]]> {
    const gap = await gapAt(ctx, { parentId: parent.id, before, moving });
    return this.keysIn(ctx, parent, gap, before, count, moving);
  }

  private async keysIn(
    ctx: WriteCtx,
    parent: Place,
    { previous, next }: Gap,
    before: number | null,
    count: number,
    moving: number | null,
  ): Promise<[string, ...string[]]> {
    const keys = keysBetween(previous, next, count);
    if (keys.every((key) => key.length <= MAX_KEY_LENGTH)) return keys as [string, ...string[]];
    await this.rebalance(ctx, parent);
    const fresh = await gapAt(ctx, { parentId: parent.id, before, moving });
    return keysBetween(fresh.previous, fresh.next, count) as [string, ...string[]];
  }

  /** Gives all children of a page fresh, short keys. Rare; keeps their order. */
  private async rebalance(ctx: WriteCtx, parent: Place): Promise<void> {
    const children: { id: number }[] = await ctx.manager.query(
      'SELECT id FROM page WHERE parent_id = $1 ORDER BY sort_key FOR UPDATE',
      [parent.id],
    );
    await this.reorder(
      ctx,
      parent,
      children.map(({ id }) => id),
    );
  }
}

/** The URL path of a child; the tree's roots count as `/`. */
export function urlPathBelow(parent: Pick<Page, 'urlPath'>, slug: string): string {
  return `${parent.urlPath}${slug}/`;
}
