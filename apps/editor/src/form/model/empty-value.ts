import type { Block, Field } from '../contract';
import { isEmpty } from './same';
import { uuid7 } from './uuid7';

/** The value a new field or block starts with: its declared default, or what its kind calls empty. */
export function startValue(field: Field): unknown {
  // An empty default says nothing: a list shows its first item all the same, so that there is something to fill.
  if (!isEmpty(field.defaultValue)) return structuredClone(field.defaultValue);
  switch (field.kind) {
    case 'char':
    case 'text':
    case 'richText':
    case 'email':
    case 'url':
    case 'slug':
    case 'rawHtml':
    case 'blockquote':
    case 'embed':
    case 'regex':
    case 'colour':
      return '';
    case 'boolean':
      return field.options.nullable ? null : false;
    case 'choice':
      return '';
    case 'multipleChoice':
    case 'tags':
    case 'snippets':
    case 'entityLinks':
    case 'stream':
    case 'childItems':
      return [];
    case 'struct':
      return structValue(field.options.fields ?? []);
    case 'list':
      return listValue(field);
    case 'table':
      return emptyTable();
    case 'typedTable':
      return { columns: [], rows: [], caption: '' };
    case 'imageWithAlt':
      return { image: null, decorative: false, alt_text: '' };
    default:
      return null;
  }
}

/** An empty child item: every field at its start. */
export function startItem(fields: readonly Field[]): Record<string, unknown> {
  return { id: uuid7(), ...structValue(fields) };
}

/** A plain table as a person meets it first: three rows of three, the first a header. */
export function emptyTable() {
  return {
    data: Array.from({ length: 3 }, () => ['', '', '']),
    first_row_is_table_header: true,
    first_col_is_header: false,
    table_caption: '',
    table_header_choice: 'row',
  };
}

function structValue(fields: readonly Field[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, startValue(field)]));
}

/** A new list shows as many items as it must have, and at least one, so that there is something to fill. */
function listValue(field: Field): unknown[] {
  const item = field.options.item as Block | undefined;
  if (!item) return [];
  // A list of what contains it starts empty, or there would be no end.
  const endless = (item as { repeats?: number }).repeats !== undefined;
  const count = Math.max(endless ? 0 : 1, Number(field.options.min ?? 0));
  return Array.from({ length: count }, () => ({ id: uuid7(), type: 'item', value: startValue(item) }));
}
