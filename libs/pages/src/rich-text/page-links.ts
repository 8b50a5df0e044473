import { ADDRESS_PROVIDER, defineLinkHandler, storedId, type RichTextAttributes } from '@pipit/content-types';

/** Links to pages: `<a linktype="page" id="3">`. A page that is gone leaves a link without an address. */
export const pageLinks = defineLinkHandler({
  type: 'page',
  feature: 'link',
  refusal: 'Links are not allowed here.',
  attributes: ['id'],
  references: (attributes) => {
    const id = storedId(attributes);
    return id === null ? [] : [{ targetType: 'page', id }];
  },
  lookup: (attributes) => {
    const id = storedId(attributes);
    return id === null ? null : { provider: ADDRESS_PROVIDER.page, id };
  },
  expand: (_attributes, found): RichTextAttributes => (typeof found === 'string' ? { href: found } : {}),
});
