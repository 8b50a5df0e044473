import { Parser } from 'htmlparser2';
import { escapeHtml, safeAddress } from './safety.ts';

/** What rich text may point at. Anything not resolved is shown without its link. */
export interface RichTextTargets {
  page(id: number): string | null;
  document(id: number): { href: string; title: string } | null;
  image(id: number): { src: string; srcset: string; width: number; height: number; alt: string } | null;
}

/** Elements that pass as they are, without any attribute. */
const PLAIN = new Set([
  'p',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'b',
  'strong',
  'i',
  'em',
  'u',
  'del',
  's',
  'sub',
  'sup',
  'code',
  'blockquote',
]);
const VOID = new Set(['br', 'hr']);
/** Their text is not content. */
const SILENT = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'noscript',
  'textarea',
  'title',
]);

/**
 * Turns rich text as it is stored (`<a linktype="page" id>`, `<embed embedtype="image">`) into HTML for visitors.
 * Only what is known here gets through; everything is escaped anew on the way out.
 */
export function renderRichText(stored: string, targets: RichTextTargets): string {
  const out: string[] = [];
  const open: string[] = [];
  let silent = 0;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (SILENT.has(name)) silent += 1;
      if (silent > 0) return;
      if (VOID.has(name)) out.push(`<${name}>`);
      else if (name === 'embed') out.push(embedHtml(attributes, targets));
      else if (name === 'a') open.push(pushLink(out, attributes, targets));
      else if (PLAIN.has(name)) {
        out.push(`<${name}>`);
        open.push(`</${name}>`);
      } else open.push('');
    },
    ontext(text) {
      if (silent === 0) out.push(escapeHtml(text));
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      else if (silent === 0 && !VOID.has(name) && name !== 'embed') out.push(open.pop() ?? '');
    },
  });
  parser.end(stored);
  return out.join('');
}

/** The text alone, for descriptions. */
export function richTextToText(stored: string): string {
  const out: string[] = [];
  const parser = new Parser({ ontext: (text) => out.push(text), onclosetag: () => out.push(' ') });
  parser.end(stored);
  return out.join('').replace(/\s+/g, ' ').trim();
}

function pushLink(out: string[], attributes: Record<string, string>, targets: RichTextTargets): string {
  const html = linkHtml(attributes, targets);
  if (html) out.push(html);
  return html ? '</a>' : '';
}

function linkHtml(attributes: Record<string, string>, targets: RichTextTargets): string | null {
  const id = Number(attributes['id']);
  if (attributes['linktype'] === 'page') {
    const href = targets.page(id);
    return href && `<a href="${escapeHtml(href)}">`;
  }
  if (attributes['linktype'] === 'document') {
    const file = targets.document(id);
    return file && `<a href="${escapeHtml(file.href)}" class="file" download>`;
  }
  const href = safeAddress(attributes['href']);
  if (!href) return null;
  return /^https?:/i.test(href)
    ? `<a href="${escapeHtml(href)}" rel="noopener external">`
    : `<a href="${escapeHtml(href)}">`;
}

const FORMATS = new Set(['left', 'right', 'fullwidth']);

function embedHtml(attributes: Record<string, string>, targets: RichTextTargets): string {
  if (attributes['embedtype'] === 'media') return mediaHtml(attributes['url']);
  if (attributes['embedtype'] !== 'image') return '';
  const image = targets.image(Number(attributes['id']));
  if (!image) return '';
  const format = FORMATS.has(attributes['format'] ?? '') ? attributes['format'] : 'fullwidth';
  const alt = escapeHtml(attributes['alt'] ?? image.alt);
  return (
    `<figure class="inline-picture ${format}"><img src="${escapeHtml(image.src)}" srcset="${escapeHtml(image.srcset)}" ` +
    `sizes="(max-width: 700px) 92vw, 640px" width="${image.width}" height="${image.height}" alt="${alt}" loading="lazy" decoding="async"></figure>`
  );
}

/** Films are linked, not framed: a visit here tells nobody else about it. */
function mediaHtml(url: string | undefined): string {
  const href = safeAddress(url);
  if (!href || !URL.canParse(href)) return '';
  return `<p><a href="${escapeHtml(href)}" rel="noopener external">${escapeHtml(new URL(href).host)}</a></p>`;
}
