import {
  collectSearchText,
  outermost,
  panelsOf,
  type ContentType,
  type JsonObject,
  type Siblings,
} from '@pipit/content-types';
import type { SearchDocument } from './search-index.js';

/**
 * What the index is told about content of a declared type: the title and the fields that say `search`, those left out
 * which the form does not show. `siblings` are the values that conditions may name, where there are more than fields.
 */
export function searchDocumentOf(
  type: ContentType,
  content: { readonly title: string; readonly locale: string | null; readonly fields: JsonObject },
  siblings: Siblings = { nodes: type.fields, values: content.fields, panels: panelsOf(type) },
): SearchDocument {
  const scope = outermost(siblings);
  const parts = type.fields.flatMap((field) => {
    const { search, permission, api } = field.options;
    // Readers search: words of what not every editor may see would tell them by being found.
    if (!search || (permission !== undefined && !api)) return [];
    const text = collectSearchText(field, content.fields[field.name] ?? null, scope);
    return text === '' ? [] : [{ text, boost: search === true ? 1 : (search.boost ?? 1) }];
  });
  return { locale: content.locale, title: content.title, parts };
}
