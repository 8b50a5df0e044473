import { Inject, Injectable } from '@nestjs/common';
import type { Ctx, WriteCtx } from '@pipit/kernel';
import { ImageProbe } from '../files/image-probe.js';
import type { ImageFacts } from '../files/probe-image.js';
import type { Image } from '../image.entity.js';
import type { FileColumns } from '../versions/file-versions.js';
import { ReplaceFile, type ReplaceFileInput } from '../versions/replace-file.js';
import { ImageFiles } from './image-files.js';
import { ImageSubject } from './image-subject.js';
import { samePartsOf } from './same-parts.js';

/** Another file for an image. */
export interface ReplaceImageFileInput extends ReplaceFileInput {
  /** What a look at the file told; it is looked at when nobody did. */
  readonly facts?: ImageFacts;
}

/**
 * Gives an image another file. What people chose of it stays chosen where the picture has the same ratio. Addresses
 * that were given out lead to what it is now.
 */
@Injectable()
export class ReplaceImageFile extends ReplaceFile<Image, ReplaceImageFileInput> {
  @Inject(ImageSubject) protected readonly subject!: ImageSubject;
  @Inject(ImageFiles) private readonly imageFiles!: ImageFiles;
  @Inject(ImageProbe) private readonly probe!: ImageProbe;

  /** Looks at the file before the transaction: it may have to wait for its turn, and would keep others waiting. */
  override async run(ctx: Ctx, input: ReplaceImageFileInput): Promise<Image> {
    return super.run(ctx, { ...input, facts: input.facts ?? (await this.probe.look(input.file)) });
  }

  protected async store(ctx: WriteCtx, input: ReplaceImageFileInput, row: Image): Promise<FileColumns<Image>> {
    const facts = input.facts ?? (await this.probe.look(input.file));
    const columns = await this.imageFiles.store(ctx, input.file, input.fileName, facts);
    return { ...columns, ...samePartsOf(row, row, facts) };
  }
}
