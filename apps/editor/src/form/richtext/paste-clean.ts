import { type Element, escapeText, type Node, parseTree, startTag } from './tree';

/**
 * Pasted HTML without what word processors add: their wrappers, comments and styles go; bold, italic and the like that
 * they write as styles become tags; their paragraphs that only look like lists become lists.
 */
export function cleanPasted(html: string): string {
  return write(listed(parseTree(html).flatMap(cleaned)));
}

const DROPPED = new Set(['#comment', 'style', 'script', 'meta', 'link', 'title', 'xml', 'head', 'o:p', 'v:shape']);
const BARE = new Set(['span', 'font', 'html', 'body', 'div', 'section', 'article', 'main', 'st1:place']);
const KEPT: Record<string, readonly string[]> = { a: ['href', 'linktype', 'id'], ol: ['start'], img: ['alt'] };

function cleaned(node: Node): Node[] {
  if (typeof node === 'string') return [node];
  const { tag, attrs } = node;
  if (DROPPED.has(tag) || isMarker(node)) return [];
  if (attrs.embedtype || attrs['data-pm-slice'] !== undefined) return [node];
  const style = stylesOf(attrs.style ?? '');
  const level = listLevel(attrs, style);
  const inner = styled(node.children.flatMap(cleaned), style);
  // Google Docs wraps everything in a bold that is none.
  const plain =
    BARE.has(tag) || /^[a-z]+\d*:/.test(tag) || (isBold(tag) && /^(normal|400)$/.test(style['font-weight'] ?? ''));
  if (plain && !isParagraph(node)) return inner;
  if (level)
    return [{ tag: 'li', attrs: { 'data-level': String(level.depth), 'data-list': level.type }, children: inner }];
  const kept = Object.fromEntries((KEPT[tag] ?? []).flatMap((name) => (attrs[name] ? [[name, attrs[name]]] : [])));
  return [{ tag: plain ? 'p' : tag, attrs: kept, children: inner }];
}

/** A division that holds words directly is a paragraph. */
function isParagraph(node: Element): boolean {
  const words = node.children.some((child) => typeof child === 'string' && child.trim() !== '');
  return words && ['div', 'section', 'article'].includes(node.tag);
}

const isBold = (tag: string): boolean => tag === 'b' || tag === 'strong';

/** The bullet or number Word writes into the words of a list item. */
function isMarker({ attrs }: Element): boolean {
  return /mso-list:\s*ignore/i.test(attrs.style ?? '');
}

function stylesOf(style: string): Record<string, string> {
  return Object.fromEntries(
    style.split(';').flatMap((part) => {
      const [name, ...value] = part.split(':');
      return name && value.length ? [[name.trim().toLowerCase(), value.join(':').trim().toLowerCase()]] : [];
    }),
  );
}

function styled(children: Node[], style: Record<string, string>): Node[] {
  const tags = [
    /^(bold|[6-9]00)$/.test(style['font-weight'] ?? '') && 'b',
    style['font-style'] === 'italic' && 'i',
    /line-through/.test(style['text-decoration'] ?? style['text-decoration-line'] ?? '') && 's',
    style['vertical-align'] === 'super' && 'sup',
    style['vertical-align'] === 'sub' && 'sub',
  ].filter((tag) => typeof tag === 'string');
  return tags.reduce<Node[]>((inner, tag) => [{ tag, attrs: {}, children: inner }], children);
}

function listLevel(
  attrs: Record<string, string>,
  style: Record<string, string>,
): { depth: number; type: string } | null {
  const level = /level(\d)/.exec(style['mso-list'] ?? '')?.[1];
  if (!level) return null;
  return { depth: Number(level), type: /number|decimal/i.test(attrs.class ?? '') ? 'ol' : 'ul' };
}

/** Runs of Word's list paragraphs as lists, deeper ones within the item before them. */
function listed(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  let open: Element[] = [];
  for (const node of nodes) {
    const level = typeof node === 'string' ? undefined : node.attrs['data-level'];
    if (typeof node === 'string' || level === undefined) {
      if (typeof node !== 'string' || node.trim() !== '') open = [];
      out.push(typeof node === 'string' ? node : { ...node, children: listed(node.children) });
      continue;
    }
    const depth = Math.min(Number(level), open.length + 1);
    open = open.slice(0, depth);
    if (open.length < depth) {
      const list: Element = { tag: node.attrs['data-list'] ?? 'ul', attrs: {}, children: [] };
      const above = open[open.length - 1]?.children.at(-1);
      if (above && typeof above !== 'string') above.children.push(list);
      else out.push(list);
      open.push(list);
    }
    open[depth - 1]!.children.push({ tag: 'li', attrs: {}, children: node.children });
  }
  return out;
}

const VOID = new Set(['br', 'hr', 'img', 'embed']);

function write(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeText(node);
      const start = startTag(node.tag, node.attrs);
      return VOID.has(node.tag) ? start : `${start}${write(node.children)}</${node.tag}>`;
    })
    .join('');
}
