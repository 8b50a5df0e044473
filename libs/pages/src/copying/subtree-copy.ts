import { Injectable } from '@nestjs/common';
import { invalid, type WriteCtx } from '@pipit/kernel';
import { ReferenceIndex } from '@pipit/references';
import { ContentCopies, ContentStore, LinkTargets, Revisions } from '@pipit/revisions';
import { SearchIndexing } from '@pipit/search';
import { PageTypes } from '../content/page-types.js';
import { Page, ROOT_ID } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { requireRoomFor } from '../tree/tree-bounds.js';
import { PageUrls } from '../tree/page-urls.js';
import { freeSlug } from '../tree/slugs.js';
import { insertCopies, showsDraft, type Placing } from './copied-pages.js';
import { copyPrivacy } from './copied-privacy.js';
import { copyRevisions } from './copied-revisions.js';
import { planCopies, type CopyKind, type PlannedPage } from './copy-plan.js';
import { FirstRevisions } from './first-revisions.js';

/** What is copied, where to, and as what. */
export interface SubtreeCopyRequest {
  readonly source: Page;
  readonly parent: Page;
  /** The sibling in front of which the copy is to stand; null: behind the last. */
  readonly before: number | null;
  /** With all pages below. */
  readonly recursive: boolean;
  /**
   * `copy`: pages of their own. `alias`: read-only mirrors, live as their origins are. `translation`: drafts that keep
   * their origins' translation key; pages that are there in that locale already are left out, and what stands below
   * them is put below their translation.
   */
  readonly as: CopyKind;
  /** Of the uppermost copy; has to be free. */
  readonly slug: string;
  /** Of the uppermost copy; default: its origin's. */
  readonly title?: string;
  /** Default: the parent's, below the tree's root the source's. */
  readonly localeId?: number;
  /** Copies of live pages go live at once. */
  readonly keepLive: boolean;
  /** Aliases too keep their origins' translation key, and stand in for translations. */
  readonly joined?: boolean;
}

/** What was made. */
export interface CopiedSubtree {
  /** The copy of the source; where it was left out, its translation. */
  readonly root: Page;
  /** Ids of the copies by those of their origins. */
  readonly ids: ReadonlyMap<number, number>;
}

/**
 * Copies pages inside the database, in a number of statements that depends on their types and not on how many there
 * are: rows, contents, first versions, references, addresses. Rules and permissions are the actions' business. The
 * caller of a translation holds the tree alone ({@link PageTree.lockForMove}).
 */
@Injectable()
export class SubtreeCopy {
  constructor(
    private readonly types: PageTypes,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly contents: ContentCopies,
    private readonly store: ContentStore,
    private readonly targets: LinkTargets,
    private readonly revisions: Revisions,
    private readonly firstRevisions: FirstRevisions,
    private readonly references: ReferenceIndex,
    private readonly search: SearchIndexing,
  ) {}

  async copy(ctx: WriteCtx, request: SubtreeCopyRequest): Promise<CopiedSubtree> {
    await ctx.settle();
    const { as, before, keepLive, recursive, slug } = request;
    await this.lock(ctx, { pageId: request.source.id, parentId: request.parent.id, recursive });
    const source = await this.tree.get(ctx, request.source.id);
    const parent = await this.tree.get(ctx, request.parent.id);
    await requireRoomFor(ctx, source, parent);
    const localeId = request.localeId ?? (parent.id === ROOT_ID ? source.localeId : parent.localeId);
    const joined = as === 'translation' || request.joined === true;
    const plan = { source, parentId: parent.id, recursive, as, localeId, keepLive, joined };
    const pages = await planCopies(ctx, plan);
    const title = request.title ?? null;
    const placings = await this.place(ctx, pages, { source, before, slug, title });
    await insertCopies(ctx, pages, placings, { as, localeId, joined });
    for (const type of groupsOf(pages)) await this.copyContents(ctx, type);
    if (as !== 'alias') await this.copyDrafts(ctx, pages, placings, as);
    await this.references.copyAll(
      ctx,
      'page',
      pages.map(({ origin, id, live }) => ({ from: origin.id, to: id, live, mirror: as === 'alias' })),
    );
    await copyPrivacy(
      ctx,
      pages.map(({ origin }) => origin.id),
      pages.map(({ id }) => id),
    );
    const ids = new Map(pages.map(({ origin, id }) => [origin.id, id]));
    const root = await this.rootOf(ctx, source, ids.get(source.id), localeId);
    await this.publish(ctx, root, pages);
    return { root, ids };
  }

  /** Locks everything that is read or comes to have children, from the top down as all writers lock. */
  async lock(
    ctx: WriteCtx,
    { pageId, parentId, recursive }: { pageId: number; parentId: number; recursive: boolean },
  ): Promise<void> {
    await this.tree.lockForWrite(ctx);
    await ctx.manager.query(
      `SELECT p.id FROM page p
        WHERE p.id = $1 OR p.id = $2
           OR ($3 AND p.path >= (SELECT path FROM page WHERE id = $1)
                  AND p.path < (SELECT left(path, -1) || '/' FROM page WHERE id = $1))
        ORDER BY p.path FOR NO KEY UPDATE`,
      [pageId, parentId, recursive],
    );
  }

  /** Finds a place for each piece: keys in their order, and slugs that are free. */
  private async place(
    ctx: WriteCtx,
    pages: readonly PlannedPage[],
    { source, before, ...names }: { source: Page; before: number | null; slug: string; title: string | null },
  ): Promise<Placing[]> {
    const tops = pages.filter(({ origin, topId }) => origin.id === topId);
    const placings: Placing[] = [];
    for (const parentId of new Set(tops.map((top) => top.parentId))) {
      const parent = await this.tree.lockPage(ctx, parentId);
      const here = tops.filter((top) => top.parentId === parentId);
      const keys = await this.tree.keysFor(ctx, parent, before, here.length);
      for (const [index, { origin }] of here.entries()) {
        const { slug, title } =
          origin.id === source.id ? names : { slug: await freeSlug(ctx, parentId, origin.slug, null), title: null };
        placings.push({ topId: origin.id, parent, sortKey: keys[index]!, slug, title });
      }
      await this.tree.changeChildCount(ctx, parentId, here.length);
    }
    return placings;
  }

  private async copyContents(ctx: WriteCtx, pages: readonly PlannedPage[]): Promise<void> {
    const type = this.types.of(pages[0]!.origin);
    if (!this.types.hasTable(type)) return;
    const pairs = pages.map(({ origin, id }) => ({ from: origin.id, to: id }));
    await this.contents.copy(ctx, type.target, pairs);
  }

  /** First versions; and the rows of pages that hold what is live no longer, which are few. */
  private async copyDrafts(
    ctx: WriteCtx,
    pages: readonly PlannedPage[],
    placings: readonly Placing[],
    as: CopyKind,
  ): Promise<void> {
    await copyRevisions(ctx, this.types, pages, placings);
    await this.firstRevisions.add(
      ctx,
      pages.filter(({ origin }) => origin.latestRevisionId === null).map(({ id }) => id),
    );
    for (const page of pages.filter((each) => showsDraft(each, as))) await this.writeDraft(ctx, page);
  }

  private async writeDraft(ctx: WriteCtx, { origin, id }: PlannedPage): Promise<void> {
    const type = this.types.of(origin);
    if (!this.types.hasTable(type)) return;
    const { latestRevisionId, draftTitle } = await this.tree.get(ctx, id);
    const { fields } = (await this.revisions.get(ctx, latestRevisionId!)).snapshot;
    const faults = await this.targets.faults(ctx, type.fields, fields, fields);
    if (faults.length > 0) {
      throw invalid(`The draft of “${draftTitle}” points at things that are gone. Mend it before you copy it.`, faults);
    }
    await this.store.write(ctx, type.target, id, fields);
  }

  private async rootOf(ctx: WriteCtx, source: Page, id: number | undefined, localeId: number): Promise<Page> {
    if (id !== undefined) return this.tree.get(ctx, id);
    return ctx.manager.findOneByOrFail(Page, { translationKey: source.translationKey!, localeId });
  }

  private async publish(ctx: WriteCtx, root: Page, pages: readonly PlannedPage[]): Promise<void> {
    const live = pages.filter((page) => page.live).map(({ id }) => id);
    if (live.length === 0) return;
    await this.urls.refresh(ctx, root);
    await this.search.refresh(ctx, 'page', live);
  }
}

function groupsOf(pages: readonly PlannedPage[]): PlannedPage[][] {
  const groups = new Map<string, PlannedPage[]>();
  for (const page of pages) {
    const group = groups.get(page.origin.type);
    if (group) group.push(page);
    else groups.set(page.origin.type, [page]);
  }
  return [...groups.values()];
}
