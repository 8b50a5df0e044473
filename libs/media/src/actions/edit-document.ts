import { Injectable } from '@nestjs/common';
import { Action, Hooks, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { TagStore } from '@pipit/tags';
import { CollectionAccess } from '../collection-access.js';
import { Document, type Caption } from '../document.entity.js';
import { DocumentSources } from '../documents/document-sources.js';
import { PlayingFacts } from '../documents/playing-facts.js';
import { DocumentEdited } from '../events.js';
import { BeforeDocumentEdit } from '../hooks.js';
import { DocumentSubject } from '../documents/document-subject.js';
import { MediaRows } from '../subjects/media-rows.js';
import { checkTexts } from './media-facts.js';

/** What to change; undefined leaves a value as it is. */
export interface EditDocumentInput {
  readonly id: number;
  readonly title?: string;
  readonly description?: string;
  /** Language tag; empty: unknown. */
  readonly language?: string;
  /** Id of an image. */
  readonly posterId?: number | null;
  readonly captions?: readonly Caption[];
  readonly tags?: readonly string[];
  readonly collectionId?: number;
  readonly baseVersion?: number | undefined;
}

/** Changes what is said about a document and where it belongs. */
@Injectable()
export class EditDocument extends Action<EditDocumentInput, Document> {
  constructor(
    private readonly search: SearchIndexing,
    private readonly rows: MediaRows,
    private readonly subject: DocumentSubject,
    private readonly access: CollectionAccess,
    private readonly tags: TagStore,
    private readonly hooks: Hooks,
    private readonly playing: PlayingFacts,
    private readonly sources: DocumentSources,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditDocumentInput): Promise<Document> {
    const { id, baseVersion } = input;
    await this.rows.take(ctx, this.subject, { id, verb: 'edit', baseVersion });
    const document = await ctx.manager.findOneOrFail(Document, { where: { id }, relations: { tags: true } });
    Object.assign(document, checkTexts({ title: input.title, description: input.description }));
    Object.assign(document, await this.playing.check(ctx, document, input));
    if (input.tags) document.tags = await this.tags.findOrCreate(ctx.manager, input.tags);
    if (input.collectionId !== undefined && input.collectionId !== document.collectionId) {
      document.collectionId = (await this.access.require(ctx, 'document.add', input.collectionId)).id;
    }
    await this.hooks.run(new BeforeDocumentEdit(ctx, document));
    document.version += 1;
    await ctx.manager.save(document);
    if (input.posterId !== undefined || input.captions) await this.sources.index(ctx, document);
    await this.search.refresh(ctx, 'document', [document.id]);
    ctx.record({ action: 'document.edit', subject: { type: 'document', id: document.id, label: document.title } });
    ctx.emit(new DocumentEdited(document.id));
    return document;
  }
}
