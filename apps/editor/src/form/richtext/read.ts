import { type DocMark, type DocNode, type Kept, markOfTag } from './doc';
import { registered } from './registered';
import { type Element, type Node, parseTree } from './tree';

/** Reads stored rich text into the document of the text editor. */
export function readHtml(html: string): DocNode {
  const content = readBlocks(parseTree(html));
  return { type: 'doc', content: content.length ? content : [{ type: 'paragraph' }] };
}

const BLOCKS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'hr',
  'div',
  'section',
  'article',
  'pre',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'figure',
  'figcaption',
  'dl',
  'dt',
  'dd',
  'header',
  'footer',
  'iframe',
  'script',
  'style',
]);

const ownBlock = (tag: string) => registered('block').find(({ stored }) => stored.block === tag);

/** Whether a tag stands between paragraphs, not inside of one. */
export function isBlockTag(tag: string): boolean {
  return BLOCKS.has(tag) || ownBlock(tag) !== undefined;
}

/**
 * Blocks of a container. Loose words between blocks become paragraphs of their own; within
 * a list item or quote a paragraph remembers whether it was written as one (`wrapped`).
 */
function readBlocks(nodes: readonly Node[], place: 'top' | 'inner' = 'top'): DocNode[] {
  const blocks: DocNode[] = [];
  let words: Node[] = [];
  const flush = () => {
    if (words.some((node) => typeof node !== 'string' || node.trim() !== '')) {
      const content = readInline(words, []);
      blocks.push({ type: 'paragraph', attrs: { keep: null, wrapped: false }, ...(content.length ? { content } : {}) });
    }
    words = [];
  };
  for (const node of nodes) {
    if (typeof node === 'string') words.push(node);
    else if (
      node.tag === 'embed' &&
      place === 'top' &&
      !words.some((word) => typeof word !== 'string' || word.trim() !== '')
    )
      blocks.push(readEmbed(node, 'block'));
    else if (isBlockTag(node.tag)) {
      flush();
      blocks.push(...readBlock(node, place));
    } else if (node.tag !== '#comment') words.push(node);
  }
  flush();
  return blocks;
}

function readBlock(element: Element, place: 'top' | 'inner'): DocNode[] {
  const keep = keepOf(element.attrs);
  switch (element.tag) {
    case 'p':
      return [textBlock('paragraph', { keep, wrapped: place === 'inner' }, element)];
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [textBlock('heading', { keep, level: Number(element.tag[1]) }, element)];
    case 'hr':
      return [{ type: 'horizontalRule', attrs: { keep } }];
    case 'ul':
      return readList('bulletList', { keep }, element);
    case 'ol':
      return readList('orderedList', { keep, start: Number(element.attrs.start ?? 1) }, element);
    case 'blockquote':
      return [{ type: 'blockquote', attrs: { keep }, content: atLeastOne(readBlocks(element.children, 'inner')) }];
    case 'script':
    case 'style':
    case 'iframe':
      return [];
    default: {
      const own = ownBlock(element.tag);
      return own ? [textBlock(own.part, { keep }, element)] : readBlocks(element.children, place);
    }
  }
}

function readList(type: string, attrs: Record<string, unknown>, element: Element): DocNode[] {
  const items = element.children.flatMap((child): DocNode[] => {
    if (typeof child === 'string') return child.trim() === '' ? [] : [listItem(null, [child])];
    return child.tag === 'li' ? [listItem(keepOf(child.attrs), child.children)] : [listItem(null, [child])];
  });
  return items.length ? [{ type, attrs, content: items }] : [];
}

function listItem(keep: Kept, children: readonly Node[]): DocNode {
  const content = readBlocks(children, 'inner');
  if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph', attrs: { keep: null, wrapped: false } });
  return { type: 'listItem', attrs: { keep }, content };
}

function atLeastOne(blocks: DocNode[]): DocNode[] {
  return blocks.length ? blocks : [{ type: 'paragraph', attrs: { keep: null, wrapped: false } }];
}

function textBlock(type: string, attrs: Record<string, unknown>, element: Element): DocNode {
  const content = readInline(element.children, []);
  return { type, attrs, ...(content.length ? { content } : {}) };
}

function readInline(nodes: readonly Node[], marks: readonly DocMark[]): DocNode[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? readText(node, marks) : readInlineElement(node, marks)));
}

/** Line ends and tabs in stored text mean a space; shown as they are they would break the line. */
function readText(text: string, marks: readonly DocMark[]): DocNode[] {
  const flowing = text.replace(/[\t\n\r\f]+ *| +[\t\n\r\f]+ */g, ' ');
  return flowing === '' ? [] : [{ type: 'text', text: flowing, ...withMarks(marks) }];
}

function readInlineElement(element: Element, marks: readonly DocMark[]): DocNode[] {
  if (element.tag === 'br') return [{ type: 'hardBreak', ...withMarks(marks) }];
  if (element.tag === 'embed') return [readEmbed(element, 'inline')];
  if (element.tag === 'script' || element.tag === 'style' || element.tag === 'iframe' || element.tag === '#comment')
    return [];
  const mark = element.tag === 'a' ? readLink(element) : markOfTag(element.tag);
  if (mark === undefined) return readInline(element.children, marks);
  const added: DocMark = typeof mark === 'string' ? { type: mark } : mark;
  const others = marks.filter((present) => present.type !== added.type);
  return readInline(element.children, [...others, added]);
}

function readLink(element: Element): DocMark {
  const { linktype = null, id = null, href = null } = element.attrs;
  return { type: 'link', attrs: { linktype, id, href, keep: element.attrs } };
}

function readEmbed(element: Element, place: 'block' | 'inline'): DocNode {
  const { embedtype, id, alt, format, url } = element.attrs;
  const keep = element.attrs;
  if (embedtype === 'image')
    return { type: `${place}Image`, attrs: { id: id ?? null, alt: alt ?? null, format: format ?? null, keep } };
  if (embedtype === 'media') return { type: `${place}Media`, attrs: { url: url ?? '', keep } };
  const own = registered('embed').find(({ stored }) => stored.embed === embedtype);
  if (own) {
    const attrs = Object.fromEntries(own.stored.attributes.map((name) => [name, keep[name] ?? null]));
    return { type: place === 'block' ? own.part : `${own.part}_inline`, attrs: { ...attrs, keep } };
  }
  return { type: `${place}Unknown`, attrs: { keep } };
}

function keepOf(attrs: Record<string, string>): Kept {
  const { start: _start, ...rest } = attrs;
  return Object.keys(rest).length ? rest : null;
}

function withMarks(marks: readonly DocMark[]): { marks?: DocMark[] } {
  return marks.length ? { marks: [...marks] } : {};
}
