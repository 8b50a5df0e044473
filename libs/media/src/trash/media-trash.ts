import { Inject, Injectable, Logger } from '@nestjs/common';
import { JobHandler, Problem, systemCtx, type Ctx } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { PurgeDocument } from '../documents/document-actions.js';
import { PurgeImage } from '../images/image-actions.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { MEDIA_TYPES, type MediaType } from '../subjects/media-subject.js';

/** Things looked at together. */
const BATCH = 200;
const DAY = 86_400_000;

/** What went, and what stayed because something uses it. */
export interface PurgedMedia {
  readonly purged: number;
  readonly kept: readonly { readonly type: MediaType; readonly id: number; readonly reason: string }[];
}

/** Empties the trash of images and documents of what has been there for long, each in a transaction of its own. */
@Injectable()
export class MediaTrash {
  private readonly logger = new Logger(MediaTrash.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly purgeImage: PurgeImage,
    private readonly purgeDocument: PurgeDocument,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** What was deleted more than so many days ago and nothing uses. */
  async purge(ctx: Ctx, olderThanDays: number): Promise<PurgedMedia> {
    const before = new Date(Date.now() - olderThanDays * DAY);
    const kept: PurgedMedia['kept'][number][] = [];
    let purged = 0;
    for (const type of MEDIA_TYPES) {
      for (let after = 0; ;) {
        const ids = await this.deletedBefore(ctx, type, before, after);
        for (const id of ids) {
          const reason = await this.purgeOne(ctx, type, id);
          if (reason === null) purged += 1;
          else kept.push({ type, id, reason });
        }
        if (ids.length < BATCH) break;
        after = ids.at(-1) ?? 0;
      }
    }
    return { purged, kept };
  }

  /** Daily; does nothing where the trash is kept for good. */
  @JobHandler('media:purge-trash', { cron: '23 4 * * *' })
  async purgeOld(): Promise<void> {
    if (this.options.keepTrashDays === null) return;
    const { purged, kept } = await this.purge(systemCtx(this.dataSource.manager, 'trash'), this.options.keepTrashDays);
    if (purged + kept.length > 0)
      this.logger.log(`${purged} files of the trash are gone, ${kept.length} are still used.`);
  }

  private async deletedBefore(ctx: Ctx, type: MediaType, before: Date, after: number): Promise<number[]> {
    const rows: { id: number }[] = await ctx.manager.query(
      `SELECT id FROM ${type} WHERE deleted_at < $1 AND id > $2 ORDER BY id LIMIT ${BATCH}`,
      [before, after],
    );
    return rows.map(({ id }) => id);
  }

  private async purgeOne(ctx: Ctx, type: MediaType, id: number): Promise<string | null> {
    try {
      await (type === 'image' ? this.purgeImage : this.purgeDocument).run(ctx, { id });
      return null;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.detail;
    }
  }
}
