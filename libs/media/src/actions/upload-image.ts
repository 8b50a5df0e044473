import { Inject, Injectable } from '@nestjs/common';
import { Action, Hooks, actorUserId, newUuid, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { TagStore } from '@pipit/tags';
import { readFile } from 'node:fs/promises';
import { ROOT_COLLECTION_ID } from '../collection.entity.js';
import { CollectionAccess } from '../collection-access.js';
import { ImageAdded } from '../events.js';
import { BeforeImageAdd } from '../hooks.js';
import { displayFileName, storedFileName } from '../files/file-names.js';
import { extensionOfImage } from '../files/image-type.js';
import { probeImage, type ImageFacts } from '../files/probe-image.js';
import type { SpooledFile } from '../files/spool.js';
import { StoredFiles } from '../files/stored-files.js';
import { sanitiseSvg } from '../files/svg-sanitiser.js';
import { Image } from '../image.entity.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { checkTexts, focalPointColumns, titleFromFileName, type TextFacts } from './media-facts.js';

/** A received image and what is said about it. */
export interface UploadImageInput extends TextFacts {
  readonly file: SpooledFile;
  /** As the sender calls it; never used as a path. */
  readonly fileName: string;
  readonly collectionId?: number;
  readonly tags?: readonly string[];
}

/** Adds an image to a collection. */
@Injectable()
export class UploadImage extends Action<UploadImageInput, Image> {
  constructor(
    private readonly search: SearchIndexing,
    private readonly access: CollectionAccess,
    private readonly files: StoredFiles,
    private readonly tags: TagStore,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: UploadImageInput): Promise<Image> {
    const collection = await this.access.require(ctx, 'image.add', input.collectionId ?? ROOT_COLLECTION_ID);
    const fileName = displayFileName(input.fileName);
    const texts = checkTexts({ ...input, title: input.title?.trim() || titleFromFileName(fileName) });
    const facts = await probeImage(input.file, this.options);
    const image = ctx.manager.create(Image, {
      uuid: newUuid(),
      ...texts,
      ...(await this.store(ctx, input.file, fileName, facts)),
      fileName,
      fileHash: input.file.sha1,
      mimeType: facts.mimeType,
      width: facts.width,
      height: facts.height,
      frameCount: facts.frameCount,
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

  /** Drawings are stored as they were sanitised; everything else byte for byte. */
  private async store(ctx: WriteCtx, file: SpooledFile, fileName: string, facts: ImageFacts) {
    const wanted = `original_images/${storedFileName(fileName, file.sha1, extensionOfImage(facts.type))}`;
    if (facts.type !== 'svg') return { fileKey: await this.files.add(ctx, wanted, file.path), fileSize: file.size };
    const safe = Buffer.from(sanitiseSvg(await readFile(file.path, 'utf8')).text, 'utf8');
    return { fileKey: await this.files.addBytes(ctx, wanted, safe), fileSize: safe.length };
  }
}
