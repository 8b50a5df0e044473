import type { ContentType, PageDetail } from '../../api';

/** The type with those fields read-only that another translation of the page owns. */
export function withSharedFields(type: ContentType, shared: PageDetail['shared']): ContentType {
  if (!shared || shared.fields.length === 0) return type;
  const help = 'The same in all languages, and edited in the page it was translated from.';
  return {
    ...type,
    fields: type.fields.map((field) =>
      shared.fields.includes(field.name) ? { ...field, readOnly: true, help: field.help || help } : field,
    ),
  };
}
