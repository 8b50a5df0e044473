import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Query } from '../grammar/query-string.js';

/** The parameter that holds a token where a header cannot be set. */
export const PREVIEW_PARAMETER = 'preview';

/** The preview token of a request: of its header, or else of its parameter; null for the public. */
export function previewTokenOf({ headers }: Pick<FastifyRequest, 'headers'>, query: Query): string | null {
  const header = headers['x-preview-token'];
  if (header !== undefined) return String(header);
  return query.get(PREVIEW_PARAMETER) ?? null;
}

/** What stands in its place where a program with an API token for previews asks for the latest draft. */
export const LATEST_DRAFT = 'draft';

/** Nobody keeps the answer, finds it by searching, or tells others where it was read. */
export function markAsPreview(reply: FastifyReply): void {
  void reply
    .header('cache-control', 'no-store')
    .header('vary', 'Accept, X-Preview-Token')
    .header('x-robots-tag', 'noindex')
    .header('referrer-policy', 'no-referrer');
}
