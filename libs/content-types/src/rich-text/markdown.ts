import type { RichTextNode, RichTextNodeElement } from './tree.js';

const HEADING = /^h([1-6])$/;
const MARKS: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*', s: '~~', code: '`' };
const ITEM_INDENT = { ul: '  ', ol: '   ' } as const;

/**
 * Rich text as Markdown (CommonMark, with `~~` for what is struck out). What Markdown has no sign for stays HTML. Links
 * that were not resolved lead to `page:3`, `document:5`, images to `image:10`.
 */
export function richTextMarkdown(nodes: readonly RichTextNode[]): string {
  return blocks(nodes).join('\n\n');
}

/** The blocks among some nodes; words between blocks are a paragraph of their own. */
function blocks(nodes: readonly RichTextNode[]): string[] {
  const made: string[] = [];
  let loose: RichTextNode[] = [];
  const closeLoose = (): void => {
    const text = paragraph(loose);
    if (text !== '') made.push(text);
    loose = [];
  };
  for (const node of nodes) {
    const block = node.type === 'element' ? blockOf(node) : null;
    if (block === null) loose.push(node);
    else {
      closeLoose();
      if (block !== '') made.push(block);
    }
  }
  closeLoose();
  return made;
}

/** Null for what stands within a line. */
function blockOf({ name, children, attributes }: RichTextNodeElement): string | null {
  const [, level] = HEADING.exec(name) ?? [];
  if (level) return `${'#'.repeat(Number(level))} ${paragraph(children).replaceAll('\n', ' ')}`;
  switch (name) {
    case 'p':
      return paragraph(children);
    case 'hr':
      return '---';
    case 'blockquote':
      return prefixed(blocks(children).join('\n\n'), '> ', '> ');
    case 'ul':
    case 'ol':
      return list(name, children);
    case 'embed':
      return attributes['embedtype'] === 'media' ? `<${attributes['url'] ?? ''}>` : image(attributes);
    case 'img':
      return image(attributes);
    default:
      return null;
  }
}

function list(name: 'ul' | 'ol', children: readonly RichTextNode[]): string {
  const items = children.filter((child) => child.type === 'element' && child.name === 'li') as RichTextNodeElement[];
  return items
    .map((item, index) =>
      prefixed(blocks(item.children).join('\n'), name === 'ul' ? '- ' : `${index + 1}. `, ITEM_INDENT[name]),
    )
    .join('\n');
}

/** The first line after one text, the others after another. */
function prefixed(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd())
    .join('\n');
}

function paragraph(nodes: readonly RichTextNode[]): string {
  const text = nodes.map(inline).join('').trim();
  // At the start of a line these would begin a heading, a list or a quotation.
  return text.replace(/^(\s*)([#>+-]|\d+[.)])(?=\s|$)/gm, (_all, space: string, sign: string) => {
    const last = sign.length - 1;
    return `${space}${sign.slice(0, last)}\\${sign.slice(last)}`;
  });
}

function inline(node: RichTextNode): string {
  if (node.type === 'text') return escaped(node.text);
  const { name, attributes, children } = node;
  if (name === 'br') return '\\\n';
  if (name === 'code') return codeSpan(children);
  const inner = children.map(inline).join('');
  const mark = MARKS[name];
  if (mark) return marked(inner, mark);
  if (name === 'a') return link(inner, attributes);
  if (name === 'embed' || name === 'img') return image(attributes);
  return name === 'sup' || name === 'sub' ? `<${name}>${inner}</${name}>` : inner;
}

/** A mark holds no space at its ends: it would be no mark there. */
function marked(inner: string, mark: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return words === '' ? inner : `${before}${mark}${words}${mark}${after}`;
}

function codeSpan(children: readonly RichTextNode[]): string {
  const text = children.map((child) => (child.type === 'text' ? child.text : inline(child))).join('');
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return text === '' ? '' : `${fence}${space}${text}${space}${fence}`;
}

function link(inner: string, { href, linktype, id }: RichTextNodeElement['attributes']): string {
  const target = href ?? (linktype && id ? `${linktype}:${id}` : null);
  return target === null ? inner : `[${inner}](${address(target)})`;
}

function image({ src, embedtype, id, alt = '' }: RichTextNodeElement['attributes']): string {
  const target = src ?? (embedtype && id ? `${embedtype}:${id}` : null);
  return target === null ? '' : `![${escaped(alt)}](${address(target)})`;
}

function address(target: string): string {
  return target.replace(/[\s()<>]/g, (char) => encodeURIComponent(char).replace(/[()]/g, (sign) => `\\${sign}`));
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>~]/g, (char) => `\\${char}`);
}
