import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import { readFile } from 'node:fs/promises';
import { displayFileName, storedFileName } from '../files/file-names.js';
import { extensionOfImage } from '../files/image-type.js';
import type { ImageFacts } from '../files/probe-image.js';
import type { SpooledFile } from '../files/spool.js';
import { StoredFiles } from '../files/stored-files.js';
import { sanitiseSvg } from '../files/svg-sanitiser.js';
import type { Image } from '../image.entity.js';
import type { FileColumns } from '../versions/file-versions.js';

/** Stores files of images and says what their rows are to know of them. */
@Injectable()
export class ImageFiles {
  constructor(private readonly files: StoredFiles) {}

  /** The file was looked at before. Drawings are stored as they were sanitised; everything else byte for byte. */
  async store(ctx: WriteCtx, file: SpooledFile, sentAs: string, facts: ImageFacts): Promise<FileColumns<Image>> {
    const fileName = displayFileName(sentAs);
    const wanted = `original_images/${storedFileName(fileName, file.sha1, extensionOfImage(facts.type))}`;
    const { mimeType, width, height, frameCount, dominantColor, placeholder, metadata } = facts;
    return {
      ...(await this.write(ctx, wanted, file, facts)),
      fileName,
      fileHash: file.sha1,
      mimeType,
      width,
      height,
      frameCount,
      dominantColor,
      placeholder,
      metadata,
    };
  }

  private async write(ctx: WriteCtx, wanted: string, file: SpooledFile, { type }: ImageFacts) {
    if (type !== 'svg') return { fileKey: await this.files.add(ctx, wanted, file.path), fileSize: file.size };
    const safe = Buffer.from(sanitiseSvg(await readFile(file.path, 'utf8')).text, 'utf8');
    return { fileKey: await this.files.addBytes(ctx, wanted, safe), fileSize: safe.length };
  }
}
