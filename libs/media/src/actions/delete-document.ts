import { Injectable } from '@nestjs/common';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { UsedIn } from '@pipit/references';
import { SearchIndexing } from '@pipit/search';
import { CollectionAccess } from '../collection-access.js';
import { Document } from '../document.entity.js';
import { DocumentDeleted } from '../events.js';
import { BeforeDocumentDelete } from '../hooks.js';
import { StoredFiles } from '../files/stored-files.js';

/** Deletes a document that nothing uses, with its file. */
@Injectable()
export class DeleteDocument extends Action<{ readonly id: number }, void> {
  constructor(
    private readonly search: SearchIndexing,
    private readonly access: CollectionAccess,
    private readonly usedIn: UsedIn,
    private readonly files: StoredFiles,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { id }: { readonly id: number }): Promise<void> {
    const document = await ctx.manager.findOne(Document, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!document) throw notFound(`There is no document ${id}.`);
    await this.access.requireFor(ctx, 'document', 'delete', document.collectionId);
    await this.usedIn.requireUnused(ctx, `“${document.title}”`, { type: 'document', ids: [id] });
    await this.hooks.run(new BeforeDocumentDelete(ctx, document));
    await ctx.manager.delete(Document, { id });
    await this.files.removeLater(ctx, [document.fileKey]);
    await this.search.refresh(ctx, 'document', [id]);
    ctx.record({ action: 'document.delete', subject: { type: 'document', id, label: document.title } });
    ctx.emit(new DocumentDeleted(id));
  }
}
