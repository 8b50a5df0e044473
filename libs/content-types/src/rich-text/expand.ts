import { Parser } from 'htmlparser2';
import type { Json } from '../content/json.js';
import { embedHandler, linkHandler, type RichTextAttributes, type RichTextLookup } from './handlers.js';

/** A piece of the text to be put in another's place. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Puts addresses and images in the place of Pipit's own links and embeds. Everything else stays as it is stored, byte
 * for byte; what nobody registered stays too.
 */
export function expandRichText(html: string, find: (lookup: RichTextLookup) => Json): string {
  const replacements: Replacement[] = [];
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => {
      const text = name === 'a' ? link(attributes, find) : name === 'embed' ? embed(attributes, find) : undefined;
      if (text !== undefined) replacements.push({ start: parser.startIndex, end: parser.endIndex + 1, text });
    },
  });
  parser.end(html);
  let expanded = '';
  let position = 0;
  for (const { start, end, text } of replacements) {
    expanded += html.slice(position, start) + text;
    position = end;
  }
  return expanded + html.slice(position);
}

function link(attributes: RichTextAttributes, find: (lookup: RichTextLookup) => Json): string | undefined {
  const handler = linkHandler(attributes['linktype'] ?? '');
  return handler && openTag('a', handler.expand(attributes, answer(handler.lookup?.(attributes), find)));
}

function embed(attributes: RichTextAttributes, find: (lookup: RichTextLookup) => Json): string | undefined {
  const handler = embedHandler(attributes['embedtype'] ?? '');
  if (!handler) return undefined;
  const made = handler.expand(attributes, answer(handler.lookup?.(attributes), find));
  return made ? openTag(made.element, made.attributes) : '';
}

function answer(lookup: RichTextLookup | null | undefined, find: (lookup: RichTextLookup) => Json): Json {
  return lookup ? find(lookup) : null;
}

function openTag(name: string, attributes: RichTextAttributes): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}${name === 'a' ? '' : '/'}>`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
