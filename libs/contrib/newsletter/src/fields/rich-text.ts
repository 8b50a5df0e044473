import { defineEmbedHandler, defineLinkHandler, defineRichTextFeature } from '@pipit/cms';

/** `<mark>` around words. */
export const highlight = defineRichTextFeature({ name: 'highlight', elements: { mark: [] } });

/** `<a linktype="unsubscribe">`: leads to where one stops getting mail. */
export const unsubscribe = defineRichTextFeature({ name: 'unsubscribe', elements: { a: [] } });

/** `<embed embedtype="subscribe" label="…"/>`: a place for the form by which one subscribes. */
export const subscribe = defineRichTextFeature({ name: 'subscribe', block: true, elements: { embed: [] } });

defineLinkHandler({
  type: 'unsubscribe',
  feature: unsubscribe,
  refusal: 'Links to stop the newsletter are not allowed here.',
  attributes: ['id'],
  expand: () => ({ href: '/newsletter/unsubscribe', rel: 'nofollow' }),
});

defineEmbedHandler({
  type: 'subscribe',
  feature: subscribe,
  refusal: 'The form to subscribe is not allowed here.',
  attributes: ['label'],
  check: ({ label = '' }) => (label.trim() === '' ? 'Say what its button says.' : null),
  expand: ({ label = '' }) => ({ element: 'div', attributes: { 'data-newsletter': 'subscribe', 'data-label': label } }),
});
