import { Inject, Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import type { Document } from '../document.entity.js';
import { ReplaceFile, type ReplaceFileInput } from '../versions/replace-file.js';
import type { FileColumns } from '../versions/file-versions.js';
import { DocumentFiles } from './document-files.js';
import { DocumentSubject } from './document-subject.js';

/** Gives a document another file. */
@Injectable()
export class ReplaceDocumentFile extends ReplaceFile<Document> {
  @Inject(DocumentSubject) protected readonly subject!: DocumentSubject;
  @Inject(DocumentFiles) private readonly documentFiles!: DocumentFiles;

  protected store(ctx: WriteCtx, { file, fileName }: ReplaceFileInput): Promise<FileColumns<Document>> {
    return this.documentFiles.store(ctx, file, fileName);
  }
}
