import sanitizeHtml from 'sanitize-html';
import { imageRefused } from '../errors.js';
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS } from './svg-vocabulary.js';
import { svgFrame, type SvgFrame } from './svg-size.js';

/** A drawing that cannot run or load anything. */
export interface SafeSvg {
  readonly text: string;
  readonly frame: SvgFrame;
}

/** SVG is text; beyond this it is data that belongs in another format. */
export const MAX_SVG_BYTES = 2 * 1024 * 1024;

/**
 * Rewrites an SVG from an allow-list: no scripts, no event handlers, no foreign content, no references to anything
 * outside the file, no document type. `root` replaces attributes of the outermost element.
 */
export function sanitiseSvg(source: string, root: (frame: SvgFrame) => Readonly<Record<string, string>> = () => ({})): SafeSvg {
  if (/<!ENTITY/i.test(source)) {
    throw imageRefused('SVG files with entity definitions are not accepted. Export the drawing without them.');
  }
  let frame: SvgFrame | null = null;
  const text = sanitizeHtml(source.replace(/^\ufeff/, ''), {
    allowedTags: [...ALLOWED_ELEMENTS],
    allowedAttributes: { '*': [...ALLOWED_ATTRIBUTES] },
    allowedSchemes: [],
    allowedSchemesAppliedToAttributes: [],
    allowVulnerableTags: true,
    disallowedTagsMode: 'discard',
    nonTextTags: ['script', 'foreignObject', 'iframe', 'metadata', 'textarea', 'noscript'],
    nestingLimit: 200,
    parser: { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
    textFilter: (content) => content,
    transformTags: {
      '*': (tagName, attributes) => ({ tagName, attribs: safeAttributes(attributes) }),
      svg: (tagName, attributes) => {
        const safe = safeAttributes(attributes);
        if (frame) return { tagName, attribs: safe };
        frame = svgFrame(safe);
        return { tagName, attribs: { ...safe, xmlns: 'http://www.w3.org/2000/svg', ...root(frame) } };
      },
    },
    exclusiveFilter: (element) => element.tag === 'style' && !isHarmlessStyle(element.text),
  }).trim();
  if (!frame || !text.startsWith('<svg')) throw imageRefused('This file is no SVG drawing.');
  return { text, frame };
}

function safeAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name, value]) => isHarmless(name, value)));
}

function isHarmless(name: string, value: string): boolean {
  if (name === 'href' || name === 'xlink:href') return isInnerReference(value) || isInlinePicture(value);
  if (name === 'xmlns' || name.startsWith('xmlns:')) return /^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xlink)$/.test(value);
  return isHarmlessStyle(value);
}

const isInnerReference = (value: string): boolean => /^\s*#[\w.:-]*\s*$/.test(value);

const isInlinePicture = (value: string): boolean => /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/.test(value);

/** Nothing that loads or runs: `url()` may point inside the file only. Escapes could hide anything, so they go. */
function isHarmlessStyle(text: string): boolean {
  if (/\\|@import|@charset|expression\s*\(|javascript:|-moz-binding|image-set\s*\(/i.test(text)) return false;
  return [...text.matchAll(/url\s*\(\s*["']?\s*([^"')]*)/gi)].every(([, target]) => isInnerReference(target ?? ''));
}
