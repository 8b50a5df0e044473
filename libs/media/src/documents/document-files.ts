import { Inject, Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import { mediaKindOf, type Document } from '../document.entity.js';
import { documentRefused } from '../errors.js';
import { documentTypeOf, extensionOf } from '../files/document-type.js';
import { displayFileName, plainFileName } from '../files/file-names.js';
import type { SpooledFile } from '../files/spool.js';
import { StoredFiles } from '../files/stored-files.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import type { FileColumns } from '../versions/file-versions.js';

/** Checks and stores the files of documents, new ones and those that replace others. */
@Injectable()
export class DocumentFiles {
  constructor(
    private readonly files: StoredFiles,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** Writes the file to the storage and answers the columns that describe it. */
  async store(ctx: WriteCtx, file: SpooledFile, uploadedName: string): Promise<FileColumns<Document>> {
    const fileName = displayFileName(uploadedName);
    this.check(file, fileName);
    const extension = extensionOf(fileName);
    const mimeType = await documentTypeOf(file.head, fileName);
    const name = plainFileName(fileName, extension && `.${extension}`);
    return {
      fileKey: await this.files.addShared(ctx, file.path, (sha256) => `documents/${sha256}/${name}`),
      fileName,
      fileSize: file.size,
      fileHash: file.sha1,
      mimeType,
      mediaKind: mediaKindOf(mimeType),
      // Whoever looks into the file finds out.
      duration: null,
      width: null,
      height: null,
    };
  }

  private check(file: SpooledFile, fileName: string): void {
    if (file.size === 0) throw documentRefused('The file is empty.');
    const refused = new Set(this.options.refusedDocumentExtensions);
    // Inner extensions count too: some servers run what is called `x.php.txt`.
    const found = fileName
      .toLowerCase()
      .split('.')
      .slice(1)
      .find((part) => refused.has(part));
    if (found) throw documentRefused(`Files called “.${found}” are not accepted.`);
  }
}
