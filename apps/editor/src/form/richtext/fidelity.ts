import { markOfTag } from './doc';
import { isBlockTag, readHtml } from './read';
import { type Element, type Node, parseTree } from './tree';
import { writeBlocks } from './write';

/**
 * What the text editor would lose of a stored text, in words for the person who
 * edits it; empty when reading and writing it again keeps everything.
 */
export function lossesOf(html: string): string[] {
  if (html.trim() === '') return [];
  const before = parseTree(html);
  if (canonical(before) === canonical(parseTree(writeBlocks(readHtml(html))))) return [];
  const foreign = foreignTags(before);
  return foreign.length ? foreign.map((tag) => `<${tag}>`) : ['the way some parts are nested'];
}

const KNOWN = new Set([
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
  'br',
  'a',
  'embed',
  'span',
]);

function foreignTags(nodes: readonly Node[]): string[] {
  const tags = new Set<string>();
  const visit = (node: Node) => {
    if (typeof node === 'string') return;
    const plain = Object.keys(node.attrs).length === 0;
    if (node.tag === '#comment') tags.add('!-- --');
    else if (
      (!KNOWN.has(node.tag) && !markOfTag(node.tag)) ||
      (node.tag === 'span' && !plain) ||
      (markOfTag(node.tag) && !plain)
    )
      tags.add(node.tag);
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return [...tags];
}

/**
 * A text for comparison: blocks as they nest, and in each the runs of words with the
 * set of their marks. Two texts which a reader could not tell apart give the same one:
 * nesting of marks, `b` or `strong`, line ends and the order of attributes do not count.
 */
function canonical(nodes: readonly Node[]): string {
  return JSON.stringify(blocksOf(nodes, true));
}

function blocksOf(nodes: readonly Node[], wrap: boolean): unknown[] {
  const out: unknown[] = [];
  let words: Node[] = [];
  const flush = () => {
    const runs = tidy(runsOf(words, []));
    if (runs.length) out.push(wrap && !onlyEmbeds(runs) ? ['p', {}, runs] : runs);
    words = [];
  };
  for (const node of nodes) {
    if (typeof node !== 'string' && isBlockTag(node.tag)) {
      flush();
      out.push(blockOf(node));
    } else words.push(node);
  }
  flush();
  return out;
}

function blockOf(element: Element): unknown {
  const holdsText = /^(p|h[1-6])$/.test(element.tag);
  return [
    element.tag,
    sorted(element.attrs),
    holdsText ? tidy(runsOf(element.children, [])) : blocksOf(element.children, false),
  ];
}

/** Stands for a line break, as no stored text holds it itself. */
const BREAK = '\u2028';

type Run = [text: string, marks: string[]] | { embed: unknown };

function runsOf(nodes: readonly Node[], marks: readonly string[]): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (typeof node === 'string') return [[node, [...marks]]];
    if (node.tag === 'br') return [[BREAK, []]];
    if (node.tag === 'embed') return [{ embed: sorted(node.attrs) }];
    if (node.tag === 'span' && Object.keys(node.attrs).length === 0) return runsOf(node.children, marks);
    const name = markOfTag(node.tag) ?? node.tag;
    const mark = JSON.stringify([name, sorted(node.attrs)]);
    const inner = runsOf(node.children, marks.includes(mark) ? marks : [...marks, mark].sort());
    // A foreign element without words still says something; a mark around nothing does not.
    return inner.length || markOfTag(node.tag) || node.tag === 'a'
      ? inner
      : [{ embed: [node.tag, sorted(node.attrs)] }];
  });
}

/** Joins neighbouring runs of the same marks; white space counts as HTML counts it. */
function tidy(runs: Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out[out.length - 1];
    if (Array.isArray(run) && run[0] !== BREAK) run[0] = run[0].replace(/[\t\n\r\f ]+/g, ' ');
    if (Array.isArray(run) && Array.isArray(last) && run[0] !== BREAK && last[0] !== BREAK && same(run[1], last[1]))
      last[0] = (last[0] + run[0]).replace(/ +/g, ' ');
    else out.push(run);
  }
  return out.filter((run, index) => !Array.isArray(run) || run[0] !== ' ' || (index > 0 && index < out.length - 1));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((mark, index) => mark === b[index]);
}

function onlyEmbeds(runs: readonly Run[]): boolean {
  return runs.every((run) => !Array.isArray(run));
}

function sorted(attrs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attrs).sort(([a], [b]) => (a < b ? -1 : 1)));
}
