import { type DocMark, type DocNode, MARK_ORDER, tagOfMark } from './doc';
import { registered } from './registered';
import { escapeText, startTag } from './tree';

/** Writes a document in the stored form. An empty document is the empty text. */
export function writeHtml(doc: DocNode): string {
  const blocks = doc.content ?? [];
  const only = blocks.length === 1 ? blocks[0] : undefined;
  if (only?.type === 'paragraph' && !only.content?.length && !only.attrs?.keep) return '';
  return writeBlocks(doc);
}

/** Writes a document with all its paragraphs, also where one empty paragraph is all there is. */
export function writeBlocks(doc: DocNode): string {
  return (doc.content ?? []).map(writeBlock).join('');
}

function writeBlock(node: DocNode): string {
  switch (node.type) {
    case 'paragraph':
      return element('p', kept(node), writeInline(node.content));
    case 'heading':
      return element(`h${String(node.attrs?.level ?? 2)}`, kept(node), writeInline(node.content));
    case 'horizontalRule':
      return startTag('hr', kept(node));
    case 'bulletList':
      return element('ul', kept(node), (node.content ?? []).map(writeItem).join(''));
    case 'orderedList':
      return element('ol', { ...startOf(node), ...kept(node) }, (node.content ?? []).map(writeItem).join(''));
    case 'blockquote':
      return writeQuote(node);
    default: {
      const own = registered('block').find(({ part }) => part === node.type);
      return own ? element(own.stored.block, kept(node), writeInline(node.content)) : writeAtom(node);
    }
  }
}

/** The first words of a list item stand in it directly, as long as only lists follow. */
function writeItem(item: DocNode): string {
  const [first, ...rest] = item.content ?? [];
  if (!first) return element('li', kept(item), '');
  const bare = first.type === 'paragraph' && first.attrs?.wrapped !== true && rest.every(isList);
  if (!bare) return element('li', kept(item), [first, ...rest].map(writeBlock).join(''));
  return element('li', { ...kept(first), ...kept(item) }, writeInline(first.content) + rest.map(writeBlock).join(''));
}

/** A quote of one paragraph holds its words directly; one of several holds paragraphs. */
function writeQuote(quote: DocNode): string {
  const blocks = quote.content ?? [];
  const [only] = blocks;
  const bare = blocks.length === 1 && only?.type === 'paragraph' && only.attrs?.wrapped !== true;
  if (!bare) return element('blockquote', kept(quote), blocks.map(writeBlock).join(''));
  return element('blockquote', { ...kept(only), ...kept(quote) }, writeInline(only.content));
}

function isList(node: DocNode): boolean {
  return node.type === 'bulletList' || node.type === 'orderedList';
}

/** Inline content with marks opened and closed as late as possible, so that neighbours share tags. */
function writeInline(nodes: readonly DocNode[] = []): string {
  let html = '';
  let open: DocMark[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</${tagOf(open.pop()!)}>`;
  };
  for (const node of nodes) {
    const marks = sortMarks(node.marks ?? []);
    let common = 0;
    while (common < open.length && common < marks.length && sameMark(open[common]!, marks[common]!)) common++;
    closeTo(common);
    for (const mark of marks.slice(common)) html += startTag(tagOf(mark), attributesOf(mark));
    open = marks;
    html += node.type === 'text' ? escapeText(node.text ?? '') : writeAtom(node);
  }
  closeTo(0);
  return html;
}

function writeAtom(node: DocNode): string {
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case 'hardBreak':
      return '<br/>';
    case 'blockImage':
    case 'inlineImage':
      return startTag(
        'embed',
        merged({ alt: attrs.alt, embedtype: 'image', format: attrs.format, id: attrs.id }, kept(node)),
      );
    case 'blockMedia':
    case 'inlineMedia':
      return startTag('embed', merged({ embedtype: 'media', url: attrs.url }, kept(node)));
    case 'blockUnknown':
    case 'inlineUnknown':
      return startTag('embed', kept(node));
    default:
      return writeOwnEmbed(node);
  }
}

/** Embeds of extensions stand within the text and between paragraphs alike. */
function writeOwnEmbed(node: DocNode): string {
  const own = registered('embed').find(({ part }) => node.type === part || node.type === `${part}_inline`);
  if (!own) throw new Error(`Rich text has no stored form for “${node.type}”.`);
  const now = Object.fromEntries(own.stored.attributes.map((name) => [name, node.attrs?.[name]]));
  return startTag('embed', merged({ embedtype: own.stored.embed, ...now }, kept(node)));
}

function sortMarks(marks: readonly DocMark[]): DocMark[] {
  return [...marks].sort((a, b) => orderOf(a) - orderOf(b));
}

/** Marks of extensions stand innermost. */
function orderOf(mark: DocMark): number {
  const place = MARK_ORDER.indexOf(mark.type);
  return place === -1 ? MARK_ORDER.length : place;
}

function sameMark(a: DocMark, b: DocMark): boolean {
  return a.type === b.type && JSON.stringify(attributesOf(a)) === JSON.stringify(attributesOf(b));
}

function tagOf(mark: DocMark): string {
  return mark.type === 'link' ? 'a' : tagOfMark(mark.type);
}

function attributesOf(mark: DocMark): Record<string, string> {
  if (mark.type !== 'link') return {};
  const { linktype, id, href, keep } = mark.attrs ?? {};
  return merged({ href, id, linktype }, (keep as Record<string, string> | null) ?? {});
}

function element(tag: string, attrs: Record<string, string>, inner: string): string {
  return `${startTag(tag, attrs)}${inner}</${tag}>`;
}

function kept(node: DocNode): Record<string, string> {
  return (node.attrs?.keep as Record<string, string> | null | undefined) ?? {};
}

function startOf(node: DocNode): Record<string, string> {
  const start = node.attrs?.start;
  return typeof start === 'number' && start !== 1 ? { start: String(start) } : {};
}

/**
 * The attributes to write: those which came with the stored element, in their order and
 * with the values of now, then new ones. A link that was not touched stays as it was.
 */
function merged(now: Record<string, unknown>, stored: Record<string, string>): Record<string, string> {
  const names = [...Object.keys(stored), ...Object.keys(now).filter((name) => !(name in stored))];
  const written = names
    .map((name) => [name, name in now ? now[name] : stored[name]] as const)
    .filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(written.map(([name, value]) => [name, String(value)]));
}
