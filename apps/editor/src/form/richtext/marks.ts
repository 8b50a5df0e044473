import { Mark, markInputRule, mergeAttributes } from '@tiptap/core';
import { MARK_TAGS } from './doc';

interface Typed {
  key?: string | undefined;
  pattern?: RegExp;
}

/** A mark that is a tag and nothing more. The first tag is the one written. */
export function simpleMark(name: string, tags: readonly string[], { key, pattern }: Typed) {
  return Mark.create({
    name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: ({ HTMLAttributes }) => [tags[0]!, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return key ? { [key]: () => this.editor.commands.toggleMark(name) } : ({} as Record<string, never>);
    },
    addInputRules() {
      return pattern ? [markInputRule({ find: pattern, type: this.type })] : [];
    },
  });
}

/** Marks which may stand together with all others, as they do in stored text. */
export const ownMarks = [
  simpleMark('code', MARK_TAGS.code!, { key: 'Mod-e', pattern: /(^|[^`])`([^`]+)`(?!`)$/ }),
  simpleMark('subscript', MARK_TAGS.subscript!, { key: 'Mod-,' }),
  simpleMark('superscript', MARK_TAGS.superscript!, { key: 'Mod-.' }),
];

/** A link to a page, a document or an address, with the attributes of its stored form. */
export const TypedLink = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes() {
    return {
      linktype: { default: null },
      id: { default: null },
      href: { default: null },
      keep: { default: null, rendered: false },
    };
  },
  parseHTML: () => [
    {
      tag: 'a',
      getAttrs: (element) => {
        const linktype = element.getAttribute('linktype');
        const href = element.getAttribute('href');
        if (!linktype && (!href || /^\s*(javascript|data|vbscript):/i.test(href))) return false;
        return { linktype, id: linktype ? element.getAttribute('id') : null, href: linktype ? null : href, keep: null };
      },
    },
  ],
  // The address is only a tooltip while editing: a click places the cursor.
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes), 0],
});
