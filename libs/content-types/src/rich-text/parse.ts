import { Parser } from 'htmlparser2';
import type { Fault, Reference } from '../kinds/field-kind.js';
import { allowedElements, featureName, partsWords, type RichTextFeature } from './features.js';
import { embedHandler, linkHandler, type EmbedHandler, type LinkHandler, type RichTextAttributes } from './handlers.js';
import { isSafeAddress } from './safe-address.js';

/** An element of rich text. */
export interface RichTextElement {
  readonly name: string;
  readonly attributes: RichTextAttributes;
}

/** What a piece of rich text consists of. */
export interface RichTextParts {
  readonly elements: readonly RichTextElement[];
  /** Comments, declarations and the like: browsers see an end to them where other readers see none. */
  readonly hasComments: boolean;
  /** The last tag is not finished, so that it would swallow what stands behind the text. */
  readonly endsInTag: boolean;
  /** Its words. */
  readonly text: string;
  /** Characters people see; markup, embeds and breaks are not counted. */
  readonly length: number;
}

/** Stands behind a text while it is read: it is an element unless the text ends amid something. */
const END = 'pipit-end';

/** Elements and plain text of a piece of rich text. */
export function readRichText(html: string): RichTextParts {
  const elements: RichTextElement[] = [];
  const words: string[] = [];
  const seen: string[] = [];
  let hasComments = false;
  const comment = (): void => {
    hasComments = true;
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      elements.push({ name, attributes });
      if (partsWords(name)) words.push(' ');
    },
    ontext: (part) => {
      words.push(part);
      seen.push(part.replace(/[\r\n]+/g, ''));
    },
    oncomment: comment,
    onprocessinginstruction: comment,
  });
  parser.end(`${html}<${END}>`);
  const endsInTag = elements.at(-1)?.name !== END || html.endsWith('<');
  if (elements.at(-1)?.name === END) elements.pop();
  const text = words.join('').replace(/\s+/g, ' ').trim();
  return { elements, hasComments, endsInTag, text, length: [...seen.join('').trim()].length };
}

/** What links and embeds point at inside Pipit. */
export function richTextReferences(html: string): Reference[] {
  return readRichText(html).elements.flatMap((element) => {
    return handlerOf(element)?.references?.(element.attributes) ?? [];
  });
}

/** Elements, attributes and addresses the features do not allow. */
export function richTextFaults(html: string, features: readonly RichTextFeature[]): Fault[] {
  const allowed = allowedElements(features);
  const names = new Set(features.map(featureName));
  const { elements, hasComments, endsInTag } = readRichText(html);
  const faults = elements.flatMap((element) => elementFault(element, allowed, names) ?? []);
  if (hasComments) faults.push('Comments are not allowed here.');
  if (endsInTag) faults.push('The last tag is not closed.');
  return [...new Set(faults)].map((message) => ({ code: 'rich_text', message }));
}

/** The handler of a link or embed; undefined for other elements and for types nobody registered. */
export function handlerOf({ name, attributes }: RichTextElement): LinkHandler | EmbedHandler | undefined {
  if (name === 'a') return linkHandler(attributes['linktype'] ?? '');
  return name === 'embed' ? embedHandler(attributes['embedtype'] ?? '') : undefined;
}

function elementFault(
  element: RichTextElement,
  allowed: ReadonlyMap<string, ReadonlySet<string>>,
  features: ReadonlySet<string>,
): string | null {
  const { name, attributes } = element;
  const known = allowed.get(name);
  if (!known) return `<${name}> is not allowed here.`;
  if (name === 'a' && attributes['linktype'] === undefined) return plainLinkFault(attributes, known, features);
  if (name === 'a' || name === 'embed') return handledFault(element, known, features);
  return strayFault(name, attributes, known);
}

/** A link to an address of its own: a web page, a mailbox, a telephone, a place in the text. */
function plainLinkFault(
  attributes: RichTextAttributes,
  known: ReadonlySet<string>,
  features: ReadonlySet<string>,
): string | null {
  if (!features.has('link')) return 'Links are not allowed here.';
  const stray = strayFault('a', attributes, new Set(['href', ...known]));
  if (stray) return stray;
  const href = attributes['href'];
  return href === undefined || isSafeAddress(href) ? null : 'This link’s address is not allowed.';
}

function handledFault(
  element: RichTextElement,
  known: ReadonlySet<string>,
  features: ReadonlySet<string>,
): string | null {
  const { name, attributes } = element;
  const key = name === 'a' ? 'linktype' : 'embedtype';
  const handler = handlerOf(element);
  if (!handler) return `${name === 'a' ? 'Links' : 'Embeds'} of the type “${attributes[key] ?? ''}” are not known.`;
  if (!features.has(featureName(handler.feature))) return handler.refusal;
  const stray = strayFault(name, attributes, new Set([key, ...handler.attributes, ...known]));
  if (stray) return stray;
  if (handler.references?.(attributes).length === 0)
    return `A <${name}> of the type “${handler.type}” points at nothing.`;
  return handler.check?.(attributes) ?? null;
}

function strayFault(name: string, attributes: RichTextAttributes, known: ReadonlySet<string>): string | null {
  const stray = Object.keys(attributes).find((attribute) => !known.has(attribute));
  return stray === undefined ? null : `The attribute “${stray}” is not allowed on <${name}>.`;
}
