import sanitize from 'sanitize-html';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address if it is relative or of a harmless scheme, else null. */
export function safeAddress(address: string | null | undefined): string | null {
  // Browsers skip control characters inside a scheme, so they are taken out before looking.
  const clean = (address ?? '').replace(/[\u0000-\u0020]/g, '');
  if (clean === '') return null;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(clean)?.[0].toLowerCase();
  return scheme === undefined || SCHEMES.has(scheme) ? clean : null;
}

/**
 * Raw HTML blocks hold what editors pasted. Structure, tables and drawings pass; nothing that runs, frames, or
 * styles the page around it.
 */
export function cleanRawHtml(html: string): string {
  return sanitize(html, {
    allowedTags: [
      ...sanitize.defaults.allowedTags,
      'img',
      'figure',
      'figcaption',
      'details',
      'summary',
      'del',
      'ins',
      'svg',
      'g',
      'path',
      'circle',
      'rect',
      'line',
      'polyline',
      'polygon',
      'text',
      'title',
    ],
    allowedAttributes: {
      '*': ['class', 'id', 'lang', 'dir', 'title', 'role', 'aria-label', 'aria-hidden'],
      a: ['href', 'rel', 'download'],
      img: ['src', 'alt', 'width', 'height', 'loading'],
      details: ['open'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      svg: ['viewbox', 'width', 'height', 'fill'],
      path: ['d', 'fill', 'stroke', 'stroke-width'],
      circle: ['cx', 'cy', 'r', 'fill', 'stroke'],
      rect: ['x', 'y', 'width', 'height', 'rx', 'fill'],
      line: ['x1', 'y1', 'x2', 'y2', 'stroke', 'stroke-width'],
      text: ['x', 'y', 'fill', 'font-size', 'text-anchor'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  });
}
