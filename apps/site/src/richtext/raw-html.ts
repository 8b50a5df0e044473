import sanitize from 'sanitize-html';

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
