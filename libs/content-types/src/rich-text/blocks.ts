import { Parser } from 'htmlparser2';
import type { RichTextAttributes } from './handlers.js';

/** Words with one look. */
export interface RichTextPiece {
  readonly text: string;
  /** Names of elements around it, outermost first: `b`, `i`, `a`. */
  readonly marks: readonly string[];
  /** Of links: where they lead, `page:3` for things of ours. */
  readonly target?: string;
}

/** A paragraph, heading, list item or the like. */
export interface RichTextBlock {
  /** Name of its element. */
  readonly tag: string;
  /** Of list items: the kind of list. */
  readonly list?: 'ol' | 'ul';
  /** Lists around it. */
  readonly depth: number;
  readonly pieces: readonly RichTextPiece[];
  /** Of embeds: what is embedded, `image:3`. */
  readonly embed?: string;
}

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'blockquote', 'hr', 'embed', 'pre']);
const SAME: Readonly<Record<string, string>> = { strong: 'b', em: 'i' };

interface OpenBlock {
  tag: string;
  list?: 'ol' | 'ul';
  depth: number;
  pieces: RichTextPiece[];
  embed?: string;
}

/** A piece of rich text as a row of blocks, for whoever compares two without caring about markup. */
export function richTextBlocks(html: string): RichTextBlock[] {
  const blocks: OpenBlock[] = [];
  const lists: ('ol' | 'ul')[] = [];
  const marks: { name: string; target?: string }[] = [];
  let open: OpenBlock | null = null;
  const begin = (tag: string, attributes: RichTextAttributes = {}): OpenBlock => {
    const list = lists.at(-1);
    const block: OpenBlock = { tag, depth: lists.length, pieces: [], ...(tag === 'li' && list ? { list } : {}) };
    if (tag === 'embed') block.embed = targetOf('embedtype', attributes);
    blocks.push(block);
    return block;
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'ol' || name === 'ul') {
        lists.push(name);
        open = null;
      } else if (BLOCKS.has(name)) {
        const block = begin(name, attributes);
        open = name === 'hr' || name === 'embed' ? null : block;
      } else if (name === 'br') (open ??= begin('p')).pieces.push({ text: '\n', marks: [] });
      else
        marks.push({ name: SAME[name] ?? name, ...(name === 'a' ? { target: targetOf('linktype', attributes) } : {}) });
    },
    ontext: (text) => {
      if (!open && text.trim() === '') return;
      const target = marks.findLast((mark) => mark.target !== undefined)?.target;
      const names = marks.map((mark) => mark.name);
      (open ??= begin('p')).pieces.push({ text, marks: names, ...(target === undefined ? {} : { target }) });
    },
    onclosetag: (name) => {
      if (name === 'ol' || name === 'ul') lists.pop();
      if (name === 'ol' || name === 'ul' || BLOCKS.has(name)) open = null;
      const at = marks.findLastIndex((mark) => mark.name === (SAME[name] ?? name));
      if (at >= 0) marks.splice(at, 1);
    },
  });
  parser.end(html);
  return blocks;
}

/** What a link or embed names: a thing of ours by type and id, else an address. */
function targetOf(typeName: 'linktype' | 'embedtype', attributes: RichTextAttributes): string {
  const type = attributes[typeName];
  if (type === undefined) return attributes['href'] ?? '';
  return `${type}:${attributes['id'] ?? attributes['url'] ?? ''}`;
}
