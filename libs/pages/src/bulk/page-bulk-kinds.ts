import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulkKinds, type BulkKind } from '@pipit/bulk';
import { isJsonObject, type Json, type JsonObject } from '@pipit/content-types';
import { invalid, type WriteCtx } from '@pipit/kernel';
import { DeletePage } from '../actions/delete-page.action.js';
import { MovePage } from '../actions/move-page.action.js';
import { PublishPage } from '../actions/publish-page.action.js';
import { UnpublishPage } from '../actions/unpublish-page.action.js';
import { LockPage } from '../locking/lock-page.action.js';
import { UnlockPage } from '../locking/unlock-page.action.js';
import { Page } from '../page.entity.js';
import { PageSelection, type PagesWanted } from './page-selection.js';

/** What a kind of operation does, beside finding its pages. */
interface PageKind {
  readonly name: string;
  readonly label: string;
  /** Arguments it takes and how each is checked. */
  readonly takes?: Readonly<Record<string, (value: Json | undefined) => boolean>>;
  readonly wanted?: (args: JsonObject) => PagesWanted;
  readonly perform: (ctx: WriteCtx, pageId: number, args: JsonObject) => Promise<unknown>;
}

const isFlag = (value: Json | undefined): boolean => value === undefined || typeof value === 'boolean';
const isId = (value: Json | undefined): boolean => Number.isInteger(value) && Number(value) > 0;
const withDescendants = ({ descendants }: JsonObject): PagesWanted => ({ descendants: descendants === true });
const topsOnly = (): PagesWanted => ({ topsOnly: true });

/** What can be done to many pages at once: the actions of single pages. */
@Injectable()
export class PageBulkKinds implements OnModuleInit {
  constructor(
    private readonly kinds: BulkKinds,
    private readonly selection: PageSelection,
    private readonly publishPage: PublishPage,
    private readonly unpublishPage: UnpublishPage,
    private readonly movePage: MovePage,
    private readonly deletePage: DeletePage,
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
      plain('page.lock', 'Lock pages', (ctx, pageId) => this.lockPage.run(ctx, { pageId })),
      plain('page.unlock', 'Unlock pages', (ctx, pageId) => this.unlockPage.run(ctx, { pageId })),
    ];
  }

  private bulkKind({ name, label, takes = {}, wanted = () => ({}), perform }: PageKind): BulkKind {
    return {
      name,
      label,
      prepare: (_ctx, given) => checked(name, given, takes),
      select: (ctx, selection, args, limit) => this.selection.select(ctx, selection, wanted(args), limit),
      perform: (ctx, id, args) => perform(ctx, Number(id), args),
    };
  }

  /** Whatever the latest draft is by then: nobody looked at each of many. */
  private async publish(ctx: WriteCtx, pageId: number): Promise<unknown> {
    const page = await ctx.manager.findOneBy(Page, { id: pageId });
    return this.publishPage.run(ctx, { pageId, baseRevisionId: page?.latestRevisionId ?? null });
  }
}

/** The arguments, when each is one the operation takes and has the right form. */
function checked(name: string, given: JsonObject, takes: NonNullable<PageKind['takes']>): JsonObject {
  const args = isJsonObject(given) ? given : {};
  const unknown = Object.keys(args).filter((key) => !Object.hasOwn(takes, key));
  const wrong = Object.keys(takes).filter((key) => !takes[key]!(args[key]));
  const faults = [...unknown, ...wrong];
  if (faults.length === 0) return args;
  throw invalid(
    `“${name}” takes ${Object.keys(takes).join(', ') || 'no arguments'}.`,
    faults.map((key) => ({
      path: `/arguments/${key}`,
      code: unknown.includes(key) ? 'unknown_member' : 'wrong',
      message: 'This is not right.',
    })),
  );
}
