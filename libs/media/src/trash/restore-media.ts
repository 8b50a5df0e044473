import { Inject, Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import type { MediaFile } from '../media-file.js';
import { MediaRows } from '../subjects/media-rows.js';
import type { MediaSubject } from '../subjects/media-subject.js';

/** Takes an image or a document out of the trash, to the collection it was in. */
@Injectable()
export abstract class RestoreMedia<F extends MediaFile> extends Action<{ readonly id: number }, void> {
  protected abstract readonly subject: MediaSubject<F>;
  @Inject(MediaRows) private readonly rows!: MediaRows;
  @Inject(Hooks) private readonly hooks!: Hooks;
  @Inject(SearchIndexing) private readonly search!: SearchIndexing;

  protected async perform(ctx: WriteCtx, { id }: { readonly id: number }): Promise<void> {
    const { type, entity, moments } = this.subject;
    const file = await this.rows.take(ctx, this.subject, { id, verb: 'delete', inTrash: true });
    await this.hooks.run(new moments.restore.hook(ctx, file));
    const fields = { deletedAt: null, deletedById: null, version: file.version + 1 };
    await ctx.manager.update<MediaFile>(entity, id, fields);
    await this.search.refresh(ctx, type, [id]);
    ctx.record({ action: `${type}.restore`, subject: { type, id, label: file.title } });
    ctx.emit(new moments.restore.event(id));
  }
}
