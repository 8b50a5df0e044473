import { Parser } from 'htmlparser2';
import { MAX_ID, type Fault, type Reference } from '../kinds/field-kind.js';
import { ELEMENT_ATTRIBUTES, FEATURE_ELEMENTS, type RichTextFeature } from './features.js';

/** A link or embed inside rich text. */
export interface RichTextElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Elements and plain text of a piece of rich text. */
export function readRichText(html: string): { elements: RichTextElement[]; text: string } {
  const elements: RichTextElement[] = [];
  const text: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      elements.push({ name, attributes });
      if (BLOCKS.has(name)) text.push(' ');
    },
    ontext: (part) => text.push(part),
  });
  parser.end(html);
  return { elements, text: text.join('').replace(/\s+/g, ' ').trim() };
}

const BLOCKS = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'br', 'hr', 'blockquote', 'embed']);

/** What links and embeds point at inside Pipit. */
export function richTextReferences(html: string): Reference[] {
  return readRichText(html).elements.flatMap(({ name, attributes }) => {
    const targetType = name === 'a' ? attributes['linktype'] : name === 'embed' ? attributes['embedtype'] : undefined;
    const id = Number(attributes['id']);
    return targetType && Number.isInteger(id) && id > 0 && id <= MAX_ID ? [{ targetType, id }] : [];
  });
}

/** Elements, attributes and addresses the features do not allow. */
export function richTextFaults(html: string, features: readonly RichTextFeature[]): Fault[] {
  const allowed = new Set(['p', 'br', ...features.flatMap((feature) => FEATURE_ELEMENTS[feature])]);
  const faults = readRichText(html).elements.flatMap((element) => elementFault(element, allowed, features) ?? []);
  return [...new Set(faults)].map((message) => ({ code: 'rich_text', message }));
}

function elementFault(
  { name, attributes }: RichTextElement,
  allowed: ReadonlySet<string>,
  features: readonly RichTextFeature[],
): string | null {
  if (!allowed.has(name)) return `<${name}> is not allowed here.`;
  const stray = Object.keys(attributes).find((attribute) => !ELEMENT_ATTRIBUTES[name]?.includes(attribute));
  if (stray) return `The attribute “${stray}” is not allowed on <${name}>.`;
  if (name === 'a') return linkFault(attributes, features);
  if (name === 'embed') return embedFault(attributes, features);
  return null;
}

function linkFault(attributes: RichTextElement['attributes'], features: readonly RichTextFeature[]): string | null {
  if (attributes['linktype'] === 'document') {
    return features.includes('documentLink') ? null : 'Links to documents are not allowed here.';
  }
  if (!features.includes('link')) return 'Links are not allowed here.';
  const href = attributes['href'];
  return href === undefined || isSafeAddress(href) ? null : 'This link’s address is not allowed.';
}

function embedFault(attributes: RichTextElement['attributes'], features: readonly RichTextFeature[]): string | null {
  const type = attributes['embedtype'];
  if (type === 'image') return features.includes('image') ? null : 'Images are not allowed here.';
  if (type !== 'media') return `Embeds of the type “${type ?? ''}” are not known.`;
  if (!features.includes('embed')) return 'Embeds are not allowed here.';
  return isSafeAddress(attributes['url'] ?? '') ? null : 'This embed’s address is not allowed.';
}

/** Relative addresses, anchors and the schemes people link to; never script. */
export function isSafeAddress(address: string): boolean {
  // Browsers ignore control characters and spaces inside a scheme, so they are taken out before looking.

  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
  return scheme === undefined || ['http', 'https', 'mailto', 'tel', 'ftp'].includes(scheme);
}
