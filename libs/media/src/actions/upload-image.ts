import { Injectable } from '@nestjs/common';
import { Action, Hooks, actorUserId, newUuid, type Ctx, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { TagStore } from '@pipit/tags';
import { ROOT_COLLECTION_ID } from '../collection.entity.js';
import { CollectionAccess } from '../collection-access.js';
import { ImageAdded } from '../events.js';
import { BeforeImageAdd } from '../hooks.js';
import { displayFileName } from '../files/file-names.js';
import { ImageProbe } from '../files/image-probe.js';
import type { ImageFacts } from '../files/probe-image.js';
import type { SpooledFile } from '../files/spool.js';
import { Image } from '../image.entity.js';
import { ImageFiles } from '../images/image-files.js';
import { checkTexts, focalPointColumns, titleFromFileName, type TextFacts } from './media-facts.js';

/** A received image and what is said about it. */
export interface UploadImageInput extends TextFacts {
  readonly file: SpooledFile;
  /** As the sender calls it; never used as a path. */
  readonly fileName: string;
  readonly collectionId?: number;
  readonly tags?: readonly string[];
  /** What a look at the file told; it is looked at when nobody did. */
  readonly facts?: ImageFacts;
}

/** Adds an image to a collection. */
@Injectable()
export class UploadImage extends Action<UploadImageInput, Image> {
  constructor(
    private readonly search: SearchIndexing,
    private readonly access: CollectionAccess,
    private readonly files: ImageFiles,
    private readonly tags: TagStore,
    private readonly probe: ImageProbe,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  /** Looks at the file before the transaction: it may have to wait for its turn, and would keep a connection waiting. */
  override async run(ctx: Ctx, input: UploadImageInput): Promise<Image> {
    await this.access.require(ctx, 'image.add', input.collectionId ?? ROOT_COLLECTION_ID);
    return super.run(ctx, { ...input, facts: input.facts ?? (await this.probe.look(input.file)) });
  }

  protected async perform(ctx: WriteCtx, input: UploadImageInput): Promise<Image> {
    const collection = await this.access.require(ctx, 'image.add', input.collectionId ?? ROOT_COLLECTION_ID);
    const fileName = displayFileName(input.fileName);
    const facts = input.facts ?? (await this.probe.look(input.file));
    const texts = checkTexts({
      ...saidByFile(facts),
      ...said(input),
      title: input.title?.trim() || titleFromFileName(fileName),
    });
    const image = ctx.manager.create(Image, {
      uuid: newUuid(),
      ...texts,
      ...(await this.files.store(ctx, input.file, fileName, facts)),
      ...focalPointColumns(null, facts),
      collectionId: collection.id,
      uploadedById: actorUserId(ctx.actor),
      tags: await this.tags.findOrCreate(ctx.manager, input.tags ?? []),
    });
    await this.hooks.run(new BeforeImageAdd(ctx, image));
    await ctx.manager.save(image);
    await this.search.refresh(ctx, 'image', [image.id]);
    ctx.record({ action: 'image.add', subject: { type: 'image', id: image.id, label: image.title } });
    ctx.emit(new ImageAdded(image.id));
    return image;
  }
}

/** Credit and rights come with the file. Its caption does not become a text: cameras write nonsense there. */
function saidByFile({ metadata: { creator, copyright } }: ImageFacts): TextFacts {
  return { credit: creator?.slice(0, 255), rights: copyright };
}

function said({ description, alt, credit, rights }: TextFacts): TextFacts {
  return Object.fromEntries(
    Object.entries({ description, alt, credit, rights }).filter(([, text]) => text !== undefined),
  );
}
