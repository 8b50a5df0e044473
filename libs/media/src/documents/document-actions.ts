import { Inject, Injectable } from '@nestjs/common';
import type { Document } from '../document.entity.js';
import { DeleteMedia } from '../trash/delete-media.js';
import { PurgeMedia } from '../trash/purge-media.js';
import { RestoreMedia } from '../trash/restore-media.js';
import { DeleteVersion } from '../versions/delete-version.js';
import { RestoreVersion } from '../versions/restore-version.js';
import { DocumentSubject } from './document-subject.js';

/** Moves a document that nothing uses to the trash. */
@Injectable()
export class DeleteDocument extends DeleteMedia<Document> {
  @Inject(DocumentSubject) protected readonly subject!: DocumentSubject;
}

/** Takes a document out of the trash. */
@Injectable()
export class RestoreDocument extends RestoreMedia<Document> {
  @Inject(DocumentSubject) protected readonly subject!: DocumentSubject;
}

/** Deletes a document in the trash for good, with its files of all times. */
@Injectable()
export class PurgeDocument extends PurgeMedia<Document> {
  @Inject(DocumentSubject) protected readonly subject!: DocumentSubject;
}

/** Gives a document a file back that it had before. */
@Injectable()
export class RestoreDocumentVersion extends RestoreVersion<Document> {
  @Inject(DocumentSubject) protected readonly subject!: DocumentSubject;
}

/** Forgets an earlier file of a document for good. */
@Injectable()
export class DeleteDocumentVersion extends DeleteVersion<Document> {
  @Inject(DocumentSubject) protected readonly subject!: DocumentSubject;
}
