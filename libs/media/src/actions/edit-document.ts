import { Injectable } from '@nestjs/common';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { TagStore } from '@pipit/tags';
import { CollectionAccess } from '../collection-access.js';
import { Document } from '../document.entity.js';
import { DocumentEdited } from '../events.js';
import { BeforeDocumentEdit } from '../hooks.js';
import { checkTexts } from './media-facts.js';

/** What to change; undefined leaves a value as it is. */
export interface EditDocumentInput {
  readonly id: number;
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly collectionId?: number;
}

/** Changes what is said about a document and where it belongs. */
@Injectable()
export class EditDocument extends Action<EditDocumentInput, Document> {
  constructor(
    private readonly search: SearchIndexing,
    private readonly access: CollectionAccess,
    private readonly tags: TagStore,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditDocumentInput): Promise<Document> {
    const document = await ctx.manager.findOne(Document, { where: { id: input.id }, relations: { tags: true } });
    if (!document) throw notFound(`There is no document ${input.id}.`);
    await this.access.requireFor(ctx, 'document', 'edit', document.collectionId);
    Object.assign(document, checkTexts({ title: input.title }));
    if (input.tags) document.tags = await this.tags.findOrCreate(ctx.manager, input.tags);
    if (input.collectionId !== undefined && input.collectionId !== document.collectionId) {
      document.collectionId = (await this.access.require(ctx, 'document.add', input.collectionId)).id;
    }
    await this.hooks.run(new BeforeDocumentEdit(ctx, document));
    await ctx.manager.save(document);
    await this.search.refresh(ctx, 'document', [document.id]);
    ctx.record({ action: 'document.edit', subject: { type: 'document', id: document.id, label: document.title } });
    ctx.emit(new DocumentEdited(document.id));
    return document;
  }
}
