import { extensions } from '../../extensions/registry';
import type { Block, Field } from '../contract';
import { countWords, plainText } from './plain-text';

/** Kinds whose value is what the editor wrote, most telling first. */
const TELLING = ['char', 'text', 'richText', 'blockquote'];

/**
 * One line which tells a folded block from its neighbours: its words where it has
 * some, otherwise what it holds.
 */
export function summarise(block: Field, value: unknown): string {
  switch (block.kind) {
    case 'richText':
      return shorten(plainText(asText(value)));
    case 'rawHtml':
      return shorten(asText(value).trim());
    case 'choice':
      return block.options.choices?.find((choice) => choice.value === value)?.label ?? asText(value);
    case 'boolean':
      return value === null || value === undefined ? '' : value ? 'Yes' : 'No';
    case 'struct':
      return block.labelFormat
        ? shorten(
            formatParts(block, value)
              .map((part) => (typeof part === 'string' ? part : summarise(part.member, part.value)))
              .join(''),
          )
        : summariseFields(block.options.fields ?? [], value);
    case 'list':
      return count(value, 'item', 'items');
    case 'stream':
      return summariseStream(block.options.blocks ?? [], value);
    case 'childItems':
      return count(value, 'item', 'items');
    case 'table':
      return tableSize((value as { data?: unknown[][] } | null)?.data);
    case 'typedTable':
      return tableSize((value as { rows?: unknown[] } | null)?.rows);
    case 'imageWithAlt':
      return shorten(asText((value as { alt_text?: unknown } | null)?.alt_text));
    case 'static':
    case 'image':
    case 'document':
    case 'pageLink':
    case 'snippetLink':
    case 'collection':
    case 'json':
      return '';
    case 'multipleChoice':
    case 'tags':
      return Array.isArray(value) ? shorten(value.join(', ')) : '';
    default:
      return shorten(broughtSummary(block, value) ?? asText(value));
  }
}

/** What an extension says of a value of its kind. One that breaks says nothing. */
function broughtSummary(block: Field, value: unknown): string | undefined {
  try {
    return extensions().controls.get(block.kind)?.summary?.(value, block);
  } catch {
    return undefined;
  }
}

/** A declared summary in parts: words, and members whose own summaries stand in them. */
export function formatParts(block: Field, value: unknown): (string | { member: Field; value: unknown })[] {
  const record = (value ?? {}) as Record<string, unknown>;
  return (block.labelFormat ?? '').split(/(\{\w+\})/).flatMap<string | { member: Field; value: unknown }>((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return part === '' ? [] : [part];
    const member = block.options.fields?.find((field) => field.name === name);
    return member ? [{ member, value: record[name] }] : [];
  });
}

/** The first telling field of a struct or child item; failing that, the first which says anything. */
export function summariseFields(fields: readonly Field[], value: unknown): string {
  const record = (value ?? {}) as Record<string, unknown>;
  const order = [...fields].sort((a, b) => rank(a) - rank(b));
  for (const field of order) {
    const text = summarise(field, record[field.name]);
    if (text !== '') return text;
  }
  return '';
}

/** All words of a stream, however deep, for the count beside its heading. */
export function wordsOfStream(blocks: readonly Block[], value: unknown): number {
  if (!Array.isArray(value)) return 0;
  return value.reduce<number>((sum, item: { type?: string; value?: unknown }) => {
    const block = blocks.find((candidate) => candidate.name === item?.type);
    return sum + (block ? counted(block, item) : 0);
  }, 0);
}

/** Counts are kept per item: an item that was not edited is the same object and not counted again. */
const counts = new WeakMap<object, number>();

function counted(block: Block, item: { value?: unknown }): number {
  const known = counts.get(item);
  if (known !== undefined) return known;
  const words = wordsOf(block, item.value);
  counts.set(item, words);
  return words;
}

function wordsOf(block: Field, value: unknown): number {
  switch (block.kind) {
    case 'char':
    case 'text':
    case 'blockquote':
      return countWords(asText(value));
    case 'richText':
      return countWords(plainText(asText(value)));
    case 'struct':
      return (block.options.fields ?? []).reduce(
        (sum, field) => sum + wordsOf(field, (value as Record<string, unknown> | null)?.[field.name]),
        0,
      );
    case 'list':
      return Array.isArray(value)
        ? value.reduce<number>(
            (sum, item: { value?: unknown }) => sum + wordsOf(block.options.item as Block, item?.value),
            0,
          )
        : 0;
    case 'stream':
      return wordsOfStream(block.options.blocks ?? [], value);
    default:
      return 0;
  }
}

function rank(field: Field): number {
  const position = TELLING.indexOf(field.kind);
  return position === -1 ? TELLING.length : position;
}

function summariseStream(blocks: readonly Block[], value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return '';
  const labels = value
    .slice(0, 3)
    .map((item: { type: string }) => blocks.find((block) => block.name === item.type)?.label ?? item.type);
  return labels.join(', ') + (value.length > 3 ? ` and ${value.length - 3} more` : '');
}

function count(value: unknown, one: string, many: string): string {
  if (!Array.isArray(value) || value.length === 0) return '';
  return `${value.length} ${value.length === 1 ? one : many}`;
}

function tableSize(rows: unknown[] | undefined): string {
  return rows?.length ? `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}` : '';
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119).trimEnd()}…` : line;
}
