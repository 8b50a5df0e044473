import type { EmbedLookup, Json } from '@pipit/content-types';
import type { ApiRequest } from './api-request.js';
import type { Lookup } from './lookups.js';

/** What is known of embedded addresses. Once a provider has answered, the answer to readers is made anew. */
export async function embedsOf(lookups: readonly Lookup[], request: ApiRequest): Promise<Json[]> {
  const wishes = lookups.map(({ argument = '{}' }) => JSON.parse(argument) as EmbedLookup);
  request.depends.onTable('media_embed');
  const found = await request.embeds.known(request.ctx, wishes);
  return found.map((embed): Json => {
    if (!embed) return null;
    const { type, provider, title, author, html, thumbnailUrl, width, height } = embed;
    return { type, provider, title, author, html, thumbnail_url: thumbnailUrl, width, height };
  });
}
