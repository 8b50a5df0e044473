import { collectSearchText, type ContentType, type JsonObject } from '@pipit/content-types';
import type { SearchDocument } from './search-index.js';

/** What the index is told about content of a declared type: the title and the fields that say `search`. */
export function searchDocumentOf(
  type: ContentType,
  content: { readonly title: string; readonly locale: string | null; readonly fields: JsonObject },
): SearchDocument {
  const parts = type.fields.flatMap((field) => {
    const { search } = field.options;
    if (!search) return [];
    const text = collectSearchText(field, content.fields[field.name] ?? null);
    return text === '' ? [] : [{ text, boost: search === true ? 1 : (search.boost ?? 1) }];
  });
  return { locale: content.locale, title: content.title, parts };
}
