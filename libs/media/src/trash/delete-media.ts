import { Inject, Injectable } from '@nestjs/common';
import { Action, actorUserId, Hooks, type WriteCtx } from '@pipit/kernel';
import { UsedIn } from '@pipit/references';
import { SearchIndexing } from '@pipit/search';
import type { MediaFile } from '../media-file.js';
import { MediaRows } from '../subjects/media-rows.js';
import type { MediaSubject } from '../subjects/media-subject.js';

/** What goes to the trash, or from there for good. */
export interface DeleteMediaInput {
  readonly id: number;
  /** Even when content uses it: readers see nothing there from now on. */
  readonly force?: boolean;
}

/** Moves an image or a document that nothing uses to the trash. Its addresses answer 404 until it comes back. */
@Injectable()
export abstract class DeleteMedia<F extends MediaFile> extends Action<DeleteMediaInput, void> {
  protected abstract readonly subject: MediaSubject<F>;
  @Inject(MediaRows) private readonly rows!: MediaRows;
  @Inject(UsedIn) private readonly usedIn!: UsedIn;
  @Inject(Hooks) private readonly hooks!: Hooks;
  @Inject(SearchIndexing) private readonly search!: SearchIndexing;

  protected async perform(ctx: WriteCtx, { id, force = false }: DeleteMediaInput): Promise<void> {
    const { type, entity, moments } = this.subject;
    const file = await this.rows.take(ctx, this.subject, { id, verb: 'delete' });
    if (!force) await this.usedIn.requireUnused(ctx, `“${file.title}”`, { type, ids: [id] });
    await this.hooks.run(new moments.delete.hook(ctx, file));
    const fields = { deletedAt: new Date(), deletedById: actorUserId(ctx.actor), version: file.version + 1 };
    await ctx.manager.update<MediaFile>(entity, id, fields);
    await this.search.refresh(ctx, type, [id]);
    ctx.record({ action: `${type}.delete`, subject: { type, id, label: file.title }, data: { force } });
    ctx.emit(new moments.delete.event(id));
  }
}
