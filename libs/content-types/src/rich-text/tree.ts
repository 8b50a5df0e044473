import { Parser } from 'htmlparser2';
import type { Json } from '../content/json.js';
import { handlerOf } from './parse.js';
import type { RichTextAttributes, RichTextLookup } from './handlers.js';

/** Words of rich text. */
export interface RichTextWords {
  readonly type: 'text';
  readonly text: string;
}

/** An element of rich text with what is in it. */
export interface RichTextNodeElement {
  readonly type: 'element';
  /** Its name in HTML: `p`, `h2`, `b`, `a`, `img`. */
  readonly name: string;
  readonly attributes: RichTextAttributes;
  readonly children: readonly RichTextNode[];
}

/** A piece of rich text as a tree. */
export type RichTextNode = RichTextWords | RichTextNodeElement;

interface Open {
  readonly name: string;
  readonly attributes: RichTextAttributes;
  readonly children: RichTextNode[];
}

/** Finds what links and embeds lead to; null: they stay as they are stored. */
export type RichTextFinder = ((lookup: RichTextLookup) => Json) | null;

/**
 * Rich text as a tree. With a finder, links and images of ours get their addresses, and keep what they are links to
 * where it is there: `{ href: '/moor/', linktype: 'page', id: '3' }`. Marks of the editor are left out.
 */
export function richTextTree(html: string, find: RichTextFinder): RichTextNode[] {
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      open.push({ ...delivered(name, attributes, find), children: [] });
    },
    ontext: (text) => {
      const siblings = (open.at(-1) ?? root).children;
      const last = siblings.at(-1);
      // The parser tells words in pieces, cut at entities.
      if (last?.type === 'text') siblings[siblings.length - 1] = { type: 'text', text: last.text + text };
      else siblings.push({ type: 'text', text });
    },
    onclosetag: () => {
      const closed = open.pop();
      if (closed && closed.name !== '') (open.at(-1) ?? root).children.push({ type: 'element', ...closed });
    },
  });
  parser.end(html);
  return root.children;
}

function delivered(name: string, stored: RichTextAttributes, find: RichTextFinder): Omit<Open, 'children'> {
  const { 'data-block-key': _key, ...attributes } = stored;
  const handler = handlerOf({ name, attributes });
  if (!handler || !find) return { name, attributes };
  const lookup = handler.lookup?.(attributes);
  const found = lookup ? find(lookup) : null;
  const made = handler.expand(attributes, found);
  if (name === 'a')
    return { name, attributes: { ...(found === null ? {} : attributes), ...(made as RichTextAttributes) } };
  const embed = made as { element: string; attributes: RichTextAttributes } | null;
  // What an embed without a target stands for is nothing.
  return embed ? { name: embed.element, attributes: embed.attributes } : { name: '', attributes: {} };
}
