import { Parser } from 'htmlparser2';

/** A parsed element of stored rich text. */
export interface Element {
  tag: string;
  attrs: Record<string, string>;
  children: Node[];
}
export type Node = Element | string;

const VOID = new Set(['br', 'hr', 'embed', 'img', 'input', 'wbr', 'source', 'col']);

/**
 * Parses stored rich text into a small tree. No browser is involved: the same code
 * runs in tests, and nothing in the text can load or run while it is read.
 */
export function parseTree(html: string): Node[] {
  const root: Element = { tag: '', attrs: {}, children: [] };
  const open: Element[] = [root];
  const parser = new Parser(
    {
      onopentag(tag, attrs) {
        const element: Element = { tag, attrs: { ...attrs }, children: [] };
        open[open.length - 1]!.children.push(element);
        open.push(element);
      },
      onclosetag() {
        open.pop();
      },
      ontext(text) {
        const { children } = open[open.length - 1]!;
        const last = children[children.length - 1];
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else children.push(text);
      },
      oncomment() {
        open[open.length - 1]!.children.push({ tag: '#comment', attrs: {}, children: [] });
      },
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  );
  parser.write(html);
  parser.end();
  return root.children;
}

/** Writes an element's start tag; void elements in the stored form close themselves. */
export function startTag(tag: string, attrs: Record<string, string>): string {
  const written = Object.entries(attrs)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  return `<${tag}${written}${VOID.has(tag) ? '/' : ''}>`;
}

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;');
}
