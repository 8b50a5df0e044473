import { Inject, Injectable } from '@nestjs/common';
import { Problem, JobHandler, systemCtx, type Ctx } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { PurgePage } from './purge-page.action.js';
import { TRASH_OPTIONS, type TrashOptions } from './trash-options.js';
import { TrashList } from './trash-list.js';

/** What is to go for good. */
export interface PurgeTrashWish {
  /** Only what has been in the trash for so many days; 0: everything. */
  readonly olderThanDays: number;
  /** Even what content elsewhere points at. */
  readonly force?: boolean;
}

/** What went. */
export interface PurgedTrash {
  /** Pages that are gone, those below others included. */
  readonly pages: number;
  /** Titles of what stayed, and why. */
  readonly kept: readonly { readonly title: string; readonly reason: string }[];
}

/** Deleted pages looked at together. */
const BATCH = 200;
const DAY = 86_400_000;

/** Empties the trash of what has been there for long. Each deleted page goes in a transaction of its own. */
@Injectable()
export class PurgeTrash {
  constructor(
    private readonly dataSource: DataSource,
    private readonly trash: TrashList,
    private readonly purgePage: PurgePage,
    @Inject(TRASH_OPTIONS) private readonly options: TrashOptions,
  ) {}

  /** What the acting person may purge; what something points at stays unless forced. */
  async run(ctx: Ctx, { olderThanDays, force = false }: PurgeTrashWish): Promise<PurgedTrash> {
    const before = new Date(Date.now() - olderThanDays * DAY);
    const kept: { title: string; reason: string }[] = [];
    let pages = 0;
    for (;;) {
      const { items } = await this.trash.list(ctx, { before, limit: BATCH, offset: kept.length });
      for (const { id, title } of items) {
        try {
          pages += (await this.purgePage.run(ctx, { pageId: id, force })).pages;
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          kept.push({ title, reason: error.detail });
        }
      }
      if (items.length < BATCH) return { pages, kept };
    }
  }

  /** Daily; does nothing where pages are kept for good. */
  @JobHandler('pages:purge-trash', { cron: '13 4 * * *' })
  async purgeOld(): Promise<void> {
    if (this.options.keepDays === null) return;
    await this.run(systemCtx(this.dataSource.manager, 'trash'), { olderThanDays: this.options.keepDays });
  }
}
