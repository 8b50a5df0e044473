import { Injectable } from '@nestjs/common';
import {
  Action,
  Hooks,
  insertLinks,
  insertRows,
  keepSequenceAhead,
  newUuid,
  Problem,
  type WriteCtx,
} from '@pipit/kernel';
import { TagStore } from '@pipit/tags';
import { CollectionAccess } from '../collection-access.js';
import { ImageAdded } from '../events.js';
import { BeforeImageAdd } from '../hooks.js';
import type { FocalPoint } from '../filter-spec/focal-point.js';
import { documentTypeOf } from '../files/document-type.js';
import { ImportedFiles } from '../files/imported-files.js';
import { ImageProbe } from '../files/image-probe.js';
import type { ImageFacts } from '../files/probe-image.js';
import type { SpooledFile } from '../files/spool.js';
import { Image } from '../image.entity.js';
import { baseName } from '../media-url.js';
import {
  checkImportedKey,
  contradictions,
  measureIfPresent,
  type Contradiction,
  type ImportFileInput,
} from './import-facts.js';

/** An image of another system. */
export interface ImportImageInput extends ImportFileInput {
  readonly description?: string;
  readonly alt?: string;
  readonly width: number;
  readonly height: number;
  readonly focalPoint?: FocalPoint | null;
}

/** The stored image and what its record had wrong. */
export interface ImportedImage {
  readonly image: Image;
  readonly contradictions: readonly Contradiction[];
}

/**
 * Takes over an image with its id, its address and its file, byte for byte. Recorded width and height are kept, as
 * the other system's API printed them; size and hash are those of the file. Nothing is refused for being missing or
 * broken: such an image is stored and marked.
 */
@Injectable()
export class ImportImage extends Action<ImportImageInput, ImportedImage> {
  constructor(
    private readonly access: CollectionAccess,
    private readonly files: ImportedFiles,
    private readonly tags: TagStore,
    private readonly images: ImageProbe,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: ImportImageInput): Promise<ImportedImage> {
    await this.access.require(ctx, 'image.add', input.collectionId);
    checkImportedKey(input.fileKey);
    const file = await measureIfPresent(input.sourcePath);
    const facts = file && (await this.probe(file));
    const image = ctx.manager.create(Image, {
      id: input.id,
      uuid: input.uuid ?? newUuid(),
      title: input.title,
      description: input.description ?? '',
      alt: input.alt ?? '',
      fileKey: file ? await this.files.place(ctx, input.fileKey, file) : input.fileKey,
      fileName: baseName(input.fileKey),
      fileSize: file?.size ?? input.recordedSize ?? 0,
      fileHash: file?.sha1 ?? input.recordedHash ?? '',
      fileState: !file ? 'missing' : facts ? 'ok' : 'unreadable',
      mimeType: facts?.mimeType ?? (await documentTypeOf(file?.head ?? Buffer.alloc(0), input.fileKey)),
      width: input.width,
      height: input.height,
      frameCount: facts?.frameCount ?? 1,
      dominantColor: facts?.dominantColor ?? null,
      placeholder: facts?.placeholder ?? null,
      metadata: facts?.metadata ?? {},
      decorative: false,
      credit: facts?.metadata.creator?.slice(0, 255) ?? '',
      rights: facts?.metadata.copyright ?? '',
      rightsExpireAt: null,
      crops: {},
      version: 1,
      focalPointX: input.focalPoint?.x ?? null,
      focalPointY: input.focalPoint?.y ?? null,
      focalPointWidth: input.focalPoint?.width ?? null,
      focalPointHeight: input.focalPoint?.height ?? null,
      collectionId: input.collectionId,
      uploadedById: input.uploadedById ?? null,
      ...(input.createdAt ? { createdAt: input.createdAt } : {}),
      tags: await this.tags.findOrCreate(ctx.manager, input.tags ?? []),
    });
    await this.hooks.run(new BeforeImageAdd(ctx, image));
    // Not `save` or `insert`, which give a new row an id of its own.
    const { tags, ...columns } = image;
    await insertRows(ctx.manager, Image, [columns]);
    await insertLinks(
      ctx.manager,
      Image,
      'tags',
      tags.map((tag) => [image.id, tag.id] as const),
    );
    await keepSequenceAhead(ctx.manager, 'image', image.id);
    ctx.record({ action: 'import', subject: { type: 'image', id: image.id, label: image.title } });
    ctx.emit(new ImageAdded(image.id));
    return { image, contradictions: [...contradictions(input, file), ...sizeContradictions(input, facts)] };
  }

  private async probe(file: SpooledFile): Promise<ImageFacts | null> {
    try {
      return await this.images.look(file);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }
}

function sizeContradictions(input: ImportImageInput, facts: ImageFacts | null): Contradiction[] {
  if (!facts) return [];
  const sides = ['width', 'height'] as const;
  return sides
    .filter((side) => facts[side] !== input[side])
    .map((field) => ({ field, recorded: input[field], actual: facts[field] }));
}
