import { defineEmbedHandler } from './handlers.js';
import { isSafeAddress } from './safe-address.js';

/** Videos, posts and the like, by their address. Frontends decide how they show one. */
export const mediaEmbeds = defineEmbedHandler({
  type: 'media',
  feature: 'embed',
  refusal: 'Embeds are not allowed here.',
  attributes: ['url'],
  check: ({ url = '' }) => (isSafeAddress(url) ? null : 'This embed’s address is not allowed.'),
  expand: ({ url = '' }) => ({ element: 'embed', attributes: { embedtype: 'media', url } }),
});
