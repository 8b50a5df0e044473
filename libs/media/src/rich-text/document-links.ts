import { defineLinkHandler, storedId, type RichTextAttributes } from '@pipit/content-types';

/** The name under which delivery looks up addresses of documents. */
export const DOCUMENT_ADDRESS_PROVIDER = 'documentAddress';

/** Links to documents: `<a linktype="document" id="1">`. */
export const documentLinks = defineLinkHandler({
  type: 'document',
  feature: 'documentLink',
  refusal: 'Links to documents are not allowed here.',
  attributes: ['id'],
  references: (attributes) => {
    const id = storedId(attributes);
    return id === null ? [] : [{ targetType: 'document', id }];
  },
  lookup: (attributes) => {
    const id = storedId(attributes);
    return id === null ? null : { provider: DOCUMENT_ADDRESS_PROVIDER, id };
  },
  expand: (_attributes, found): RichTextAttributes => (typeof found === 'string' ? { href: found } : {}),
});
