import { Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { TagStore } from '@pipit/tags';
import { CollectionAccess } from '../collection-access.js';
import { changedCrops, type Crop } from '../crops/crop.js';
import { ImageEdited } from '../events.js';
import { BeforeImageEdit } from '../hooks.js';
import { focalPointKey, type FocalPoint } from '../filter-spec/focal-point.js';
import { Image } from '../image.entity.js';
import { ImageSubject } from '../images/image-subject.js';
import { RenditionPlanner } from '../renditions/rendition-planner.js';
import { MediaRows } from '../subjects/media-rows.js';
import { checkTexts, focalPointColumns, type TextFacts } from './media-facts.js';

/** What to change; undefined leaves a value as it is. */
export interface EditImageInput extends TextFacts {
  readonly id: number;
  readonly tags?: readonly string[];
  readonly collectionId?: number;
  readonly focalPoint?: FocalPoint | null;
  /** Those named are set, null takes one away, all others stay. */
  readonly crops?: Readonly<Record<string, Crop | null>>;
  readonly decorative?: boolean;
  readonly rightsExpireAt?: Date | null;
  /** The version the change began with; `edit_conflict` when there is another by now. Undefined: whatever it is. */
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
    private readonly planner: RenditionPlanner,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditImageInput): Promise<Image> {
    const { id, baseVersion } = input;
    await this.rows.take(ctx, this.subject, { id, verb: 'edit', baseVersion });
    const image = await ctx.manager.findOneOrFail(Image, { where: { id }, relations: { tags: true } });
    const lookBefore = lookOf(image);
    Object.assign(image, checkTexts(input));
    if (input.tags) image.tags = await this.tags.findOrCreate(ctx.manager, input.tags);
    if (input.focalPoint !== undefined) Object.assign(image, focalPointColumns(input.focalPoint, image));
    if (input.crops) image.crops = changedCrops(image.crops, input.crops, image, this.planner.ratios);
    if (input.decorative !== undefined) image.decorative = input.decorative;
    if (input.rightsExpireAt !== undefined) image.rightsExpireAt = input.rightsExpireAt;
    if (input.collectionId !== undefined && input.collectionId !== image.collectionId) {
      image.collectionId = (await this.access.require(ctx, 'image.add', input.collectionId)).id;
    }
    await this.hooks.run(new BeforeImageEdit(ctx, image));
    image.version += 1;
    await ctx.manager.save(image);
    const data = {
      changed: Object.keys(input).filter(
        (name) => !['id', 'baseVersion'].includes(name) && input[name as keyof EditImageInput] !== undefined,
      ),
    };
    await this.search.refresh(ctx, 'image', [image.id]);
    ctx.record({ action: 'image.edit', subject: { type: 'image', id: image.id, label: image.title }, data });
    ctx.emit(new ImageEdited(image.id, lookOf(image) !== lookBefore));
    return image;
  }
}

/** Changes with whatever crops depend on. */
function lookOf(image: Image): string {
  return focalPointKey(image) + JSON.stringify(image.crops);
}
