import { Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { TagStore } from '@pipit/tags';
import { IsNull } from 'typeorm';
import { CollectionAccess } from '../collection-access.js';
import { ImageEdited } from '../events.js';
import { BeforeImageEdit } from '../hooks.js';
import { focalPointKey, type FocalPoint } from '../filter-spec/focal-point.js';
import { Image } from '../image.entity.js';
import { ImageSubject } from '../images/image-subject.js';
import { MediaRows } from '../subjects/media-rows.js';
import { Rendition } from '../rendition.entity.js';
import { checkTexts, focalPointColumns, type TextFacts } from './media-facts.js';

/** What to change; undefined leaves a value as it is. */
export interface EditImageInput extends TextFacts {
  readonly id: number;
  readonly tags?: readonly string[];
  readonly collectionId?: number;
  readonly focalPoint?: FocalPoint | null;
  readonly baseVersion?: number | undefined;
}

/** Changes what is said about an image, where it belongs, and what its crops keep. */
@Injectable()
export class EditImage extends Action<EditImageInput, Image> {
  constructor(
    private readonly search: SearchIndexing,
    private readonly rows: MediaRows,
    private readonly subject: ImageSubject,
    private readonly access: CollectionAccess,
    private readonly tags: TagStore,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditImageInput): Promise<Image> {
    const { id, baseVersion } = input;
    await this.rows.take(ctx, this.subject, { id, verb: 'edit', baseVersion });
    const image = await ctx.manager.findOneOrFail(Image, { where: { id }, relations: { tags: true } });
    const focalKey = focalPointKey(image);
    Object.assign(image, checkTexts(input));
    if (input.tags) image.tags = await this.tags.findOrCreate(ctx.manager, input.tags);
    if (input.focalPoint !== undefined) Object.assign(image, focalPointColumns(input.focalPoint, image));
    if (input.collectionId !== undefined && input.collectionId !== image.collectionId) {
      image.collectionId = (await this.access.require(ctx, 'image.add', input.collectionId)).id;
    }
    await this.hooks.run(new BeforeImageEdit(ctx, image));
    image.version += 1;
    await ctx.manager.save(image);
    const focalPointMoved = focalPointKey(image) !== focalKey;
    if (focalPointMoved) await this.forgetUnmade(ctx, image, focalKey);
    const data = {
      changed: Object.keys(input).filter((name) => name !== 'id' && input[name as keyof EditImageInput] !== undefined),
    };
    await this.search.refresh(ctx, 'image', [image.id]);
    ctx.record({ action: 'image.edit', subject: { type: 'image', id: image.id, label: image.title }, data });
    ctx.emit(new ImageEdited(image.id, focalPointMoved));
    return image;
  }

  /** Made files stay valid under their old address; one made from now on would show the new crop under it. */
  private async forgetUnmade(ctx: WriteCtx, image: Image, oldKey: string): Promise<void> {
    await ctx.manager.delete(Rendition, { imageId: image.id, focalKey: oldKey, fileSize: IsNull() });
  }
}
