import { Injectable } from '@nestjs/common';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { UsedIn } from '@pipit/references';
import { SearchIndexing } from '@pipit/search';
import { CollectionAccess } from '../collection-access.js';
import { ImageDeleted } from '../events.js';
import { BeforeImageDelete } from '../hooks.js';
import { StoredFiles } from '../files/stored-files.js';
import { Image } from '../image.entity.js';
import { Rendition } from '../rendition.entity.js';

/** Deletes an image that nothing uses, with its file and its renditions. */
@Injectable()
export class DeleteImage extends Action<{ readonly id: number }, void> {
  constructor(
    private readonly search: SearchIndexing,
    private readonly access: CollectionAccess,
    private readonly usedIn: UsedIn,
    private readonly files: StoredFiles,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { id }: { readonly id: number }): Promise<void> {
    const image = await ctx.manager.findOne(Image, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!image) throw notFound(`There is no image ${id}.`);
    await this.access.requireFor(ctx, 'image', 'delete', image.collectionId);
    await this.usedIn.requireUnused(ctx, `“${image.title}”`, { type: 'image', ids: [id] });
    await this.hooks.run(new BeforeImageDelete(ctx, image));
    const renditions = await ctx.manager.findBy(Rendition, { imageId: id });
    await ctx.manager.delete(Image, { id });
    await this.files.removeLater(ctx, [image.fileKey, ...renditions.map(({ fileKey }) => fileKey)]);
    await this.search.refresh(ctx, 'image', [id]);
    ctx.record({ action: 'image.delete', subject: { type: 'image', id, label: image.title } });
    ctx.emit(new ImageDeleted(id));
  }
}
