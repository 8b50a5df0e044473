import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulkKinds, type BulkKind } from '@pipit/bulk';
import type { JsonObject } from '@pipit/content-types';
import type { WriteCtx } from '@pipit/kernel';
import type { ScheduleWish } from '@pipit/revisions';
import { DeletePage } from '../actions/delete-page.action.js';
import { MovePage } from '../actions/move-page.action.js';
import { PublishPage } from '../actions/publish-page.action.js';
import { RestorePage } from '../actions/restore-page.action.js';
import { UnpublishPage } from '../actions/unpublish-page.action.js';
import { CopyPage } from '../copying/copy-page.action.js';
import { LockPage } from '../locking/lock-page.action.js';
import { UnlockPage } from '../locking/unlock-page.action.js';
import { Page } from '../page.entity.js';
import { SchedulePage } from '../scheduling/schedule-page.action.js';
import { TranslatePage } from '../translations/translate-page.action.js';
import type { ParentMode } from '../translations/translated-parents.js';
import {
  checkedArguments,
  isFlag,
  isId,
  isIdOrAbsent,
  isLocales,
  isParentMode,
  isTime,
  type ArgumentCheck,
} from './bulk-arguments.js';
import { PageSelection, type PagesWanted } from './page-selection.js';
import { TrashSelection } from './trash-selection.js';

/** What a kind of operation does, beside finding its pages. */
interface PageKind {
  readonly name: string;
  readonly label: string;
  /** Arguments it takes and how each is checked. */
  readonly takes?: Readonly<Record<string, ArgumentCheck>>;
  readonly wanted?: (args: JsonObject) => PagesWanted;
  /** Its pages are in the trash. */
  readonly inTrash?: boolean;
  readonly perform: (ctx: WriteCtx, pageId: number, args: JsonObject) => Promise<unknown>;
}

const withDescendants = ({ descendants }: JsonObject): PagesWanted => ({ descendants: descendants === true });
const topsOnly = (): PagesWanted => ({ topsOnly: true });

/** What can be done to many pages at once: the actions of single pages. */
@Injectable()
export class PageBulkKinds implements OnModuleInit {
  constructor(
    private readonly kinds: BulkKinds,
    private readonly selection: PageSelection,
    private readonly trash: TrashSelection,
    private readonly publishPage: PublishPage,
    private readonly unpublishPage: UnpublishPage,
    private readonly movePage: MovePage,
    private readonly deletePage: DeletePage,
    private readonly restorePage: RestorePage,
    private readonly copyPage: CopyPage,
    private readonly translatePage: TranslatePage,
    private readonly schedulePage: SchedulePage,
    private readonly lockPage: LockPage,
    private readonly unlockPage: UnlockPage,
  ) {}

  onModuleInit(): void {
    for (const kind of this.all()) this.kinds.register(this.bulkKind(kind));
  }

  private all(): PageKind[] {
    const plain = (name: string, label: string, perform: PageKind['perform']): PageKind => ({ name, label, perform });
    return [
      {
        ...plain('page.publish', 'Publish pages', (ctx, pageId) => this.publish(ctx, pageId)),
        takes: { descendants: isFlag },
        wanted: withDescendants,
      },
      {
        ...plain('page.unpublish', 'Take pages offline', (ctx, pageId) => this.unpublishPage.run(ctx, { pageId })),
        takes: { descendants: isFlag },
        wanted: withDescendants,
      },
      {
        ...plain('page.move', 'Move pages', (ctx, pageId, { parentId }) =>
          this.movePage.run(ctx, { pageId, parentId: Number(parentId), before: null }),
        ),
        takes: { parentId: isId },
        wanted: topsOnly,
      },
      {
        ...plain('page.delete', 'Move pages to the trash', (ctx, pageId, { force }) =>
          this.deletePage.run(ctx, { pageId, force: force === true }),
        ),
        takes: { force: isFlag },
        wanted: topsOnly,
      },
      {
        ...plain('page.restore', 'Take pages out of the trash', (ctx, pageId, { parentId }) =>
          this.restorePage.run(ctx, { pageId, ...(parentId === undefined ? {} : { parentId: Number(parentId) }) }),
        ),
        takes: { parentId: isIdOrAbsent },
        inTrash: true,
      },
      {
        ...plain('page.copy', 'Copy pages', (ctx, pageId, { parentId, ...how }) =>
          this.copyPage.run(ctx, { pageId, parentId: Number(parentId), ...how }),
        ),
        takes: { parentId: isId, recursive: isFlag, keepLive: isFlag, alias: isFlag },
        // What stands below another one of them comes along with its copy.
        wanted: ({ recursive }) => ({ topsOnly: recursive === true }),
      },
      {
        ...plain('page.translate', 'Translate pages', (ctx, pageId, args) => this.translate(ctx, pageId, args)),
        takes: { locales: isLocales, parents: isParentMode, alias: isFlag, descendants: isFlag },
        wanted: withDescendants,
      },
      {
        ...plain('page.schedule', 'Schedule pages', (ctx, pageId, wish) => this.schedule(ctx, pageId, wish)),
        takes: { goLive: isTime, expire: isTime },
      },
      plain('page.lock', 'Lock pages', (ctx, pageId) => this.lockPage.run(ctx, { pageId })),
      plain('page.unlock', 'Unlock pages', (ctx, pageId) => this.unlockPage.run(ctx, { pageId })),
    ];
  }

  private bulkKind({ name, label, takes = {}, wanted = () => ({}), inTrash, perform }: PageKind): BulkKind {
    return {
      name,
      label,
      prepare: (_ctx, given) => checkedArguments(name, given, takes),
      select: (ctx, selection, args, limit) =>
        inTrash ? this.trash.select(ctx, selection, limit) : this.selection.select(ctx, selection, wanted(args), limit),
      perform: (ctx, id, args) => perform(ctx, Number(id), args),
    };
  }

  /** Each page by itself, those above first, so that one which is there already keeps no other from it. */
  private translate(ctx: WriteCtx, pageId: number, { locales, parents, alias }: JsonObject): Promise<unknown> {
    const mode = (parents as ParentMode | undefined) ?? 'aliases';
    const input = { pageId, locales: locales as string[], parents: mode, subtree: false, alias: alias === true };
    return this.translatePage.run(ctx, input);
  }

  private async schedule(ctx: WriteCtx, pageId: number, wish: JsonObject): Promise<unknown> {
    const baseRevisionId = await latestOf(ctx, pageId);
    return this.schedulePage.run(ctx, { pageId, baseRevisionId, ...(wish as ScheduleWish) });
  }

  private async publish(ctx: WriteCtx, pageId: number): Promise<unknown> {
    return this.publishPage.run(ctx, { pageId, baseRevisionId: await latestOf(ctx, pageId) });
  }
}

/** Whatever the latest draft is by then: nobody looked at each of many. */
async function latestOf(ctx: WriteCtx, pageId: number): Promise<number | null> {
  const page = await ctx.manager.findOneBy(Page, { id: pageId });
  return page?.latestRevisionId ?? null;
}
