import type { Slice } from '../slice.js';
import {
  DeleteDocument,
  DeleteDocumentVersion,
  PurgeDocument,
  RestoreDocument,
  RestoreDocumentVersion,
} from './document-actions.js';
import { DocumentFiles } from './document-files.js';
import { DocumentSources } from './document-sources.js';
import { DocumentSubject } from './document-subject.js';
import { DocumentVersionsController } from './document-versions.controller.js';
import { PlayingFacts } from './playing-facts.js';
import { ReplaceDocumentFile } from './replace-document-file.js';

/** What is particular to documents. */
export const DOCUMENTS: Slice = {
  controllers: [DocumentVersionsController],
  providers: [
    DocumentSubject,
    DocumentFiles,
    DocumentSources,
    PlayingFacts,
    DeleteDocument,
    RestoreDocument,
    PurgeDocument,
    ReplaceDocumentFile,
    RestoreDocumentVersion,
    DeleteDocumentVersion,
  ],
};
