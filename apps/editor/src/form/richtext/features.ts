import { registered } from './registered';

/** The features a rich text may offer, with the parts of the text editor each one switches on. */
export interface Allowed {
  marks: ReadonlySet<string>;
  nodes: ReadonlySet<string>;
  headings: readonly number[];
}

const MARK_FEATURES: Record<string, string> = {
  bold: 'bold',
  italic: 'italic',
  strikethrough: 'strike',
  superscript: 'superscript',
  subscript: 'subscript',
  code: 'code',
  link: 'link',
  documentLink: 'link',
};
const NODE_FEATURES: Record<string, readonly string[]> = {
  ol: ['orderedList', 'listItem'],
  ul: ['bulletList', 'listItem'],
  hr: ['horizontalRule'],
  blockquote: ['blockquote'],
  image: ['blockImage', 'inlineImage'],
  embed: ['blockMedia', 'inlineMedia'],
};

/** What a person may add to a text with these features. What is stored already stays, allowed or not. */
export function allowedBy(features: readonly string[]): Allowed {
  const headings = [1, 2, 3, 4, 5, 6].filter((level) => features.includes(`h${level}`));
  const own = (way: 'mark' | 'block' | 'embed' | 'link') =>
    registered(way).filter(({ feature }) => features.includes(feature));
  const nodes = [
    ...features.flatMap((feature) => NODE_FEATURES[feature] ?? []),
    ...own('block').map(({ part }) => part),
    ...own('embed').flatMap(({ part }) => [part, `${part}_inline`]),
  ];
  return {
    marks: new Set([
      ...features.flatMap((feature) => MARK_FEATURES[feature] ?? []),
      ...own('mark').map(({ part }) => part),
      ...own('link').map(() => 'link'),
    ]),
    nodes: new Set([...nodes, ...(headings.length ? ['heading'] : []), 'doc', 'paragraph', 'text', 'hardBreak']),
    headings,
  };
}

/** Keys the text editor would act on for parts that are not allowed here. They do nothing instead. */
export function blockedKeys(allowed: Allowed): string[] {
  const keys: [string, boolean][] = [
    ['Mod-b', allowed.marks.has('bold')],
    ['Mod-i', allowed.marks.has('italic')],
    ['Mod-u', false],
    ['Mod-Shift-s', allowed.marks.has('strike')],
    ['Mod-e', allowed.marks.has('code')],
    ['Mod-,', allowed.marks.has('subscript')],
    ['Mod-.', allowed.marks.has('superscript')],
    ['Mod-Shift-8', allowed.nodes.has('bulletList')],
    ['Mod-Shift-7', allowed.nodes.has('orderedList')],
    ['Mod-Shift-b', allowed.nodes.has('blockquote')],
    ...[1, 2, 3, 4, 5, 6].map((level): [string, boolean] => [`Mod-Alt-${level}`, allowed.headings.includes(level)]),
  ];
  return keys.filter(([, on]) => !on).map(([key]) => key);
}
