import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import { Document } from '../document.entity.js';
import { DocumentDeleted, DocumentPurged, DocumentReplaced, DocumentRestored } from '../events.js';
import { BeforeDocumentDelete, BeforeDocumentPurge, BeforeDocumentReplace, BeforeDocumentRestore } from '../hooks.js';
import { ReadDocument } from '../reading/read-document.js';
import { MediaSubject } from '../subjects/media-subject.js';

/** Documents, for what they share with images. */
@Injectable()
export class DocumentSubject extends MediaSubject<Document> {
  readonly type = 'document';
  readonly entity = Document;
  readonly fileColumns = ['mediaKind', 'duration', 'width', 'height'] as const;
  readonly moments = {
    delete: { hook: BeforeDocumentDelete, event: DocumentDeleted },
    restore: { hook: BeforeDocumentRestore, event: DocumentRestored },
    purge: { hook: BeforeDocumentPurge, event: DocumentPurged },
    replace: { hook: BeforeDocumentReplace, event: DocumentReplaced },
  };

  constructor(private readonly reading: ReadDocument) {
    super();
  }

  async derivedKeys(): Promise<readonly string[]> {
    return [];
  }

  async fileReplaced(ctx: WriteCtx, document: Document): Promise<void> {
    await this.reading.later(ctx, document);
  }
}
