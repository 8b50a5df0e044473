import { Parser } from 'htmlparser2';
import { imageRefused } from '../errors.js';
import { svgFrame, type SvgFrame } from './svg-size.js';
import { isSafeAttribute, isSafeElement, isSafeStyle } from './svg-vocabulary.js';

/** A drawing that cannot run or load anything. */
export interface SafeSvg {
  readonly text: string;
  readonly frame: SvgFrame;
}

/** SVG is text; beyond this it is data that belongs in another format. */
export const MAX_SVG_BYTES = 2 * 1024 * 1024;

const MAX_DEPTH = 200;

type RootAttributes = (frame: SvgFrame) => Readonly<Record<string, string>>;

/**
 * Writes an SVG anew from an allow-list: no scripts, no event handlers, no foreign content, no references to anything
 * outside the file, no document type. `root` replaces attributes of the outermost element.
 */
export function sanitiseSvg(source: string, root: RootAttributes = () => ({})): SafeSvg {
  if (/<!ENTITY/i.test(source)) {
    throw imageRefused('SVG files with entity definitions are not accepted. Export the drawing without them.');
  }
  const writer = new SvgWriter(root);
  const parser = new Parser(writer, {
    xmlMode: true,
    decodeEntities: true,
    lowerCaseTags: false,
    lowerCaseAttributeNames: false,
  });
  parser.end(source.replace(/^\ufeff/, ''));
  return writer.result();
}

/** Writes allowed elements as they come; whatever is not allowed goes with all that is in it. */
class SvgWriter {
  private readonly parts: string[] = [];
  private readonly open: string[] = [];
  /** How deep inside something that is left out. */
  private leftOut = 0;
  private style: string | null = null;
  private frame: SvgFrame | null = null;
  private isOver = false;

  constructor(private readonly root: RootAttributes) {}

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.leftOut > 0 || this.isOver || !isSafeElement(name)) {
      this.leftOut += 1;
      return;
    }
    if (this.open.length === 0 && name !== 'svg') throw imageRefused('This file is no SVG drawing.');
    if (this.open.length >= MAX_DEPTH) throw imageRefused('This drawing is nested too deeply.');
    const safe = this.attributesOf(attributes);
    this.open.push(name);
    if (name === 'style') this.style = '';
    this.parts.push(
      `<${name}${Object.entries(safe)
        .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
        .join('')}>`,
    );
  }

  ontext(text: string): void {
    if (this.leftOut > 0 || this.open.length === 0) return;
    if (this.style !== null) this.style += text;
    else this.parts.push(escapeText(text));
  }

  onclosetag(name: string): void {
    if (this.leftOut > 0) {
      this.leftOut -= 1;
      return;
    }
    if (name === 'style' && this.style !== null) {
      this.parts.push(isSafeStyle(this.style) ? escapeText(this.style) : '');
      this.style = null;
    }
    this.open.pop();
    this.parts.push(`</${name}>`);
    this.isOver = this.open.length === 0;
  }

  result(): SafeSvg {
    if (!this.frame || !this.isOver) throw imageRefused('This file is no complete SVG drawing.');
    return { text: this.parts.join(''), frame: this.frame };
  }

  private attributesOf(attributes: Record<string, string>): Record<string, string> {
    const safe = Object.fromEntries(Object.entries(attributes).filter(([name, value]) => isSafeAttribute(name, value)));
    if (this.frame) return safe;
    this.frame = svgFrame(safe);
    return { ...safe, xmlns: 'http://www.w3.org/2000/svg', ...this.root(this.frame) };
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}
