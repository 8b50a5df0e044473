import { Injectable } from '@nestjs/common';
import { Action, Hooks, insertLinks, insertRows, keepSequenceAhead, newUuid, type WriteCtx } from '@pipit/kernel';
import { TagStore } from '@pipit/tags';
import { CollectionAccess } from '../collection-access.js';
import { Document, mediaKindOf } from '../document.entity.js';
import { DocumentAdded } from '../events.js';
import { BeforeDocumentAdd } from '../hooks.js';
import { documentTypeOf } from '../files/document-type.js';
import { ImportedFiles } from '../files/imported-files.js';
import { baseName } from '../media-url.js';
import {
  checkImportedKey,
  contradictions,
  measureIfPresent,
  type Contradiction,
  type ImportFileInput,
} from './import-facts.js';

/** The stored document and what its record had wrong. */
export interface ImportedDocument {
  readonly document: Document;
  readonly contradictions: readonly Contradiction[];
}

/** Takes over a document with its id, its file name and its file, byte for byte. A lost file is stored as missing. */
@Injectable()
export class ImportDocument extends Action<ImportFileInput, ImportedDocument> {
  constructor(
    private readonly access: CollectionAccess,
    private readonly files: ImportedFiles,
    private readonly tags: TagStore,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: ImportFileInput): Promise<ImportedDocument> {
    await this.access.require(ctx, 'document.add', input.collectionId);
    checkImportedKey(input.fileKey);
    const file = await measureIfPresent(input.sourcePath);
    const mimeType = await documentTypeOf(file?.head ?? Buffer.alloc(0), input.fileKey);
    const document = ctx.manager.create(Document, {
      id: input.id,
      uuid: input.uuid ?? newUuid(),
      title: input.title,
      fileKey: file ? await this.files.place(ctx, input.fileKey, file) : input.fileKey,
      fileName: baseName(input.fileKey),
      fileSize: file?.size ?? input.recordedSize ?? 0,
      fileHash: file?.sha1 ?? input.recordedHash ?? '',
      fileState: file ? 'ok' : 'missing',
      mimeType,
      mediaKind: mediaKindOf(mimeType),
      collectionId: input.collectionId,
      uploadedById: input.uploadedById ?? null,
      ...(input.createdAt ? { createdAt: input.createdAt } : {}),
      tags: await this.tags.findOrCreate(ctx.manager, input.tags ?? []),
    });
    await this.hooks.run(new BeforeDocumentAdd(ctx, document));
    // Not `save` or `insert`, which give a new row an id of its own.
    const { tags, ...columns } = document;
    await insertRows(ctx.manager, Document, [columns]);
    await insertLinks(
      ctx.manager,
      Document,
      'tags',
      tags.map((tag) => [document.id, tag.id] as const),
    );
    await keepSequenceAhead(ctx.manager, 'document', document.id);
    ctx.record({ action: 'import', subject: { type: 'document', id: document.id, label: document.title } });
    ctx.emit(new DocumentAdded(document.id));
    return { document, contradictions: contradictions(input, file) };
  }
}
