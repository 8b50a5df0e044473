import { RICH_TEXT_FORMATS, type RichTextFormat } from '@pipit/content-types';
import { refused } from '../errors.js';
import { NO_INCLUDES, readIncludes, type IncludeTree } from '../grammar/include-parameter.js';
import type { Query } from '../grammar/query-string.js';
import type { AllowedRenditions, NamedRendition } from '../model/allowed-renditions.js';

/** How an answer shows what it holds, beyond the choice of its fields. */
export interface Presentation {
  readonly include: IncludeTree;
  readonly renditions: readonly NamedRendition[];
  /** Null: as each field says. */
  readonly richText: RichTextFormat | null;
}

/** What holds where nothing is asked for. */
export const PLAIN: Presentation = { include: NO_INCLUDES, renditions: [], richText: null };

/** Parameters of lists and details that only change how things are shown. */
export const PRESENTATION_PARAMETERS = ['include', 'renditions', 'renditions_signature', 'rich_text_format'] as const;

/** Reads `include`, `renditions` and `rich_text_format`. */
export function readPresentation(query: Query, allowed: AllowedRenditions, usual: RichTextFormat | null): Presentation {
  const include = readIncludes(query.get('include'));
  const renditions = allowed.read(query.get('renditions'), query.get('renditions_signature'));
  return { include, renditions, richText: readFormat(query.get('rich_text_format')) ?? usual };
}

/** As messages list them. */
const FORMATS = [...RICH_TEXT_FORMATS]
  .sort()
  .map((name) => `'${name}'`)
  .join(', ');

function readFormat(text: string | undefined): RichTextFormat | null {
  if (text === undefined) return null;
  const format = RICH_TEXT_FORMATS.find((name) => name === text);
  if (!format) throw refused(`rich_text_format must be one of ${FORMATS}, got '${text}'`);
  return format;
}
