import { Injectable } from '@nestjs/common';
import { Action, Hooks, actorUserId, newUuid, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { TagStore } from '@pipit/tags';
import { ROOT_COLLECTION_ID } from '../collection.entity.js';
import { CollectionAccess } from '../collection-access.js';
import { Document } from '../document.entity.js';
import { DocumentAdded } from '../events.js';
import { BeforeDocumentAdd } from '../hooks.js';
import { DocumentFiles } from '../documents/document-files.js';
import { displayFileName } from '../files/file-names.js';
import type { SpooledFile } from '../files/spool.js';
import { ReadDocument } from '../reading/read-document.js';
import { checkTexts, titleFromFileName } from './media-facts.js';

/** A received document and what is said about it. */
export interface UploadDocumentInput {
  readonly file: SpooledFile;
  /** As the sender calls it; never used as a path. */
  readonly fileName: string;
  readonly title?: string;
  readonly description?: string;
  readonly collectionId?: number;
  readonly tags?: readonly string[];
}

/** Adds a document to a collection. */
@Injectable()
export class UploadDocument extends Action<UploadDocumentInput, Document> {
  constructor(
    private readonly search: SearchIndexing,
    private readonly access: CollectionAccess,
    private readonly files: DocumentFiles,
    private readonly tags: TagStore,
    private readonly hooks: Hooks,
    private readonly reading: ReadDocument,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: UploadDocumentInput): Promise<Document> {
    const collection = await this.access.require(ctx, 'document.add', input.collectionId ?? ROOT_COLLECTION_ID);
    const texts = checkTexts({
      description: input.description,
      title: input.title?.trim() || titleFromFileName(displayFileName(input.fileName)),
    });
    const document = ctx.manager.create(Document, {
      uuid: newUuid(),
      ...texts,
      ...(await this.files.store(ctx, input.file, input.fileName)),
      collectionId: collection.id,
      uploadedById: actorUserId(ctx.actor),
      tags: await this.tags.findOrCreate(ctx.manager, input.tags ?? []),
    });
    await this.hooks.run(new BeforeDocumentAdd(ctx, document));
    await ctx.manager.save(document);
    await this.reading.later(ctx, document);
    await this.search.refresh(ctx, 'document', [document.id]);
    ctx.record({ action: 'document.add', subject: { type: 'document', id: document.id, label: document.title } });
    ctx.emit(new DocumentAdded(document.id));
    return document;
  }
}
