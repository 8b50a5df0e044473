import type { Block, Field } from '../contract';

/**
 * Why a value of another place has no place in a field, or `null` when it has. It looks at shapes, not at rules: what
 * is too long or missing is said by the field itself once it is there.
 */
export function unfit(field: Field, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const { options } = field;
  switch (field.kind) {
    case 'struct':
      return isRecord(value) ? unfitMembers(options.fields ?? [], value) : 'it has no parts.';
    case 'stream':
      return Array.isArray(value) ? first(value, (item) => unfitItem(options.blocks ?? [], item)) : 'it is no list.';
    case 'list': {
      const item = options.item as Block | undefined;
      if (!Array.isArray(value) || !item) return 'it is no list.';
      return first(value, (entry) => unfit(item, isRecord(entry) && 'value' in entry ? entry.value : entry));
    }
    case 'choice':
      return value === '' || options.choices?.some((choice) => choice.value === value)
        ? null
        : `“${String(value)}” is no choice of “${field.label}”.`;
    default:
      return SHAPES[field.kind] && typeof value !== SHAPES[field.kind]
        ? `“${field.label}” holds something else.`
        : null;
  }
}

/** What `typeof` says of the values of simple kinds. */
const SHAPES: Partial<Record<string, string>> = {
  char: 'string',
  text: 'string',
  richText: 'string',
  email: 'string',
  url: 'string',
  slug: 'string',
  rawHtml: 'string',
  blockquote: 'string',
  embed: 'string',
  regex: 'string',
  integer: 'number',
  float: 'number',
  boolean: 'boolean',
  image: 'number',
  document: 'number',
  pageLink: 'number',
  table: 'object',
  typedTable: 'object',
};

function unfitMembers(fields: readonly Field[], value: Record<string, unknown>): string | null {
  const stray = Object.keys(value).find((name) => !fields.some((field) => field.name === name));
  if (stray !== undefined) return `there is no “${stray}” here.`;
  return first(fields, (field) => unfit(field, value[field.name]));
}

function unfitItem(blocks: readonly Block[], item: unknown): string | null {
  const block = isRecord(item) ? blocks.find((candidate) => candidate.name === item.type) : undefined;
  if (!block) return `there is no block “${isRecord(item) ? String(item.type) : ''}” here.`;
  return unfit(block, (item as { value?: unknown }).value);
}

function first<T>(items: readonly T[], reason: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = reason(item);
    if (found) return found;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
