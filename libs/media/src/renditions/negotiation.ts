import type { OutputFormat } from '../filter-spec/operations.js';
import { mimeTypeOf } from '../filter-spec/output-format.js';
import type { RenditionPlan } from './plan.js';

/** Formats that {@link NEGOTIATED} may stand for beside the one everybody understands. */
export type NegotiatedFormat = OutputFormat & ('avif' | 'webp');

/** The operation that leaves the format to be agreed upon. Renditions that ask for it have no file of their own. */
export const NEGOTIATED = 'format-auto';

/** What an image that moves can be written as. */
const MOVING: readonly OutputFormat[] = ['webp'];

/**
 * The specs to try for a reader, best first; the last is the one everybody understands. Only formats that `Accept`
 * names count: programs that take everything say `*` and mean what they know.
 */
export function negotiatedSpecs(
  { spec }: RenditionPlan,
  sourceMoves: boolean,
  accept: string | undefined,
  formats: readonly NegotiatedFormat[],
): string[] {
  const accepted = acceptedTypes(accept);
  const better = formats.filter(
    (format) => accepted.has(mimeTypeOf(format)) && (!sourceMoves || MOVING.includes(format)),
  );
  return [...better.map((format) => withFormat(spec.text, `format-${format}`)), withFormat(spec.text, null)];
}

function withFormat(text: string, operation: string | null): string {
  const parts = text.split('|').flatMap((part) => (part === NEGOTIATED ? (operation ?? []) : part));
  return parts.join('|') || 'original';
}

/** Types that are named and not refused (`q=0`). */
function acceptedTypes(accept: string | undefined): Set<string> {
  const parts = (accept ?? '').toLowerCase().split(',').slice(0, 50);
  return new Set(
    parts.flatMap((part) => {
      const [type = '', ...parameters] = part.split(';').map((text) => text.trim());
      return parameters.some((text) => /^q=0(\.0*)?$/.test(text)) ? [] : [type];
    }),
  );
}
