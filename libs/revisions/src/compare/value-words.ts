import { isJsonObject, type ContentNode, type Json, type Reference } from '@pipit/content-types';

/** What a thing that content points at is called; null where the reader may not know. */
export type TitleOf = (reference: Reference) => string | null;

interface Described {
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** A value that is one thing, for people to read. */
export function wordsOfValue(node: ContentNode | null, value: Json | undefined, titleOf: TitleOf): string {
  if (value === undefined || value === null || value === '') return '';
  const references = node?.kind.references?.(value, node.options) ?? [];
  if (references.length > 0) {
    const titles = references.map((reference) => titleOf(reference) ?? `${reference.targetType} ${reference.id}`);
    return isJsonObject(value) ? [...titles, ...plainWords(value)].join(', ') : titles.join(', ');
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (node?.kind.shape === 'richText') return node.kind.searchText?.(value, node.options) ?? '';
  const { choices = [] } = (node?.kind.describeOptions?.(node.options, () => ({}) as never) ?? {}) as Described;
  const wordOf = (one: Json): string => choices.find((choice) => choice.value === one)?.label ?? plain(one);
  return Array.isArray(value) ? value.map(wordOf).join(', ') : wordOf(value);
}

/** Words people wrote into an object: the text of a link, the text alternative of a picture. */
function plainWords(value: { readonly [key: string]: Json }): string[] {
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' && member !== '' && name !== 'type' && name !== 'id' ? [member] : [],
  );
}

function plain(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
