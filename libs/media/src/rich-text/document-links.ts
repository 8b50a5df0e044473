import { ADDRESS_PROVIDER, defineLinkHandler, storedId, type RichTextAttributes } from '@pipit/content-types';

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
    return id === null ? null : { provider: ADDRESS_PROVIDER.document, id };
  },
  expand: (_attributes, found): RichTextAttributes => (typeof found === 'string' ? { href: found } : {}),
});
