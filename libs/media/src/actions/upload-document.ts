import { Inject, Injectable } from '@nestjs/common';
import { Action, Hooks, actorUserId, newUuid, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { TagStore } from '@pipit/tags';
import { ROOT_COLLECTION_ID } from '../collection.entity.js';
import { CollectionAccess } from '../collection-access.js';
import { Document } from '../document.entity.js';
import { documentRefused } from '../errors.js';
import { DocumentAdded } from '../events.js';
import { BeforeDocumentAdd } from '../hooks.js';
import { documentTypeOf, extensionOf } from '../files/document-type.js';
import { displayFileName, storedFileName } from '../files/file-names.js';
import type { SpooledFile } from '../files/spool.js';
import { StoredFiles } from '../files/stored-files.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { checkTexts, titleFromFileName } from './media-facts.js';

/** A received document and what is said about it. */
export interface UploadDocumentInput {
  readonly file: SpooledFile;
  /** As the sender calls it; never used as a path. */
  readonly fileName: string;
  readonly title?: string;
  readonly collectionId?: number;
  readonly tags?: readonly string[];
}

/** Adds a document to a collection. */
@Injectable()
export class UploadDocument extends Action<UploadDocumentInput, Document> {
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

  protected async perform(ctx: WriteCtx, input: UploadDocumentInput): Promise<Document> {
    const collection = await this.access.require(ctx, 'document.add', input.collectionId ?? ROOT_COLLECTION_ID);
    const fileName = displayFileName(input.fileName);
    const { title } = checkTexts({ title: input.title?.trim() || titleFromFileName(fileName) });
    this.checkFile(input.file, fileName);
    const extension = extensionOf(fileName);
    const wanted = `documents/${storedFileName(fileName, input.file.sha1, extension && `.${extension}`)}`;
    const document = ctx.manager.create(Document, {
      uuid: newUuid(),
      title,
      fileKey: await this.files.add(ctx, wanted, input.file.path),
      fileName,
      fileSize: input.file.size,
      fileHash: input.file.sha1,
      mimeType: await documentTypeOf(input.file.head, fileName),
      collectionId: collection.id,
      uploadedById: actorUserId(ctx.actor),
      tags: await this.tags.findOrCreate(ctx.manager, input.tags ?? []),
    });
    await this.hooks.run(new BeforeDocumentAdd(ctx, document));
    await ctx.manager.save(document);
    await this.search.refresh(ctx, 'document', [document.id]);
    ctx.record({ action: 'document.add', subject: { type: 'document', id: document.id, label: document.title } });
    ctx.emit(new DocumentAdded(document.id));
    return document;
  }

  private checkFile(file: SpooledFile, fileName: string): void {
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
