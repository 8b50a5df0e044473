import {
  MAX_ID,
  block,
  defineFieldKind,
  fieldDecorator,
  type Block,
  type FieldOptions,
  type NodeOptions,
} from '@pipit/content-types';
import { Document } from '../document.entity.js';

/** Options of documents in content. */
export interface DocumentOptions extends NodeOptions {
  /** What happens to this value when the document is gone; default `SET NULL`. */
  readonly onDelete?: 'SET NULL' | 'CASCADE' | 'RESTRICT';
}

/** A document, by its id. */
export const documentKind = defineFieldKind<DocumentOptions>({
  name: 'document',
  storage: (options) => ({ type: 'relation', target: () => Document, onDelete: options.onDelete ?? 'SET NULL' }),
  emptyValue: () => null,
  jsonSchema: () => ({ type: ['integer', 'null'], minimum: 1, maximum: MAX_ID }),
  references: (value) => (typeof value === 'number' ? [{ targetType: 'document', id: value }] : []),
  represent: (value, _options, represent) =>
    typeof value === 'number' && represent.exists({ targetType: 'document', id: value }) ? value : null,
});

/** A document. The property is the document itself (`Relation<Document> | null`), the JSON value its id. */
export const DocumentField = (options: DocumentOptions & FieldOptions = {}) =>
  fieldDecorator<Document | null, DocumentOptions>(documentKind, options);

/** A block that holds a document's id. */
export const document = (options: DocumentOptions = {}): Block<number | null, DocumentOptions> =>
  block(documentKind, options);
