import { type Extensions, Extension } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import StarterKit from '@tiptap/starter-kit';
import { embedNodes } from './embeds';
import { type Allowed, blockedKeys } from './features';
import { ownMarks, TypedLink } from './marks';
import { ownParts } from './own-parts';

const KEEPING = ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'horizontalRule'];

/** Carries the attributes of stored elements through editing; a new paragraph starts without them. */
const KeptAttributes = Extension.create({
  name: 'keptAttributes',
  addGlobalAttributes: () => [
    { types: KEEPING, attributes: { keep: { default: null, rendered: false, keepOnSplit: false } } },
    { types: ['paragraph'], attributes: { wrapped: { default: false, rendered: false, keepOnSplit: false } } },
  ],
});

const guard = (allowed: Allowed) =>
  Extension.create({
    name: 'guard',
    priority: 2000,
    addKeyboardShortcuts: () => Object.fromEntries(blockedKeys(allowed).map((key) => [key, () => true])),
  });

/**
 * The text editor's parts. The schema always knows all of them, so that nothing stored
 * is dropped; the features only decide what can be added.
 */
export function extensionsFor(allowed: Allowed, placeholder: string): Extensions {
  return [
    StarterKit.configure({
      codeBlock: false,
      link: false,
      trailingNode: false,
      code: false,
      heading: { levels: [1, 2, 3, 4, 5, 6] },
      dropcursor: { color: 'var(--accent)', width: 2 },
    }),
    ...ownMarks,
    TypedLink,
    ...embedNodes,
    ...ownParts(),
    KeptAttributes,
    guard(allowed),
    Placeholder.configure({ placeholder }),
  ];
}

/** Names of the parts whose typed shortcuts (`## `, `**bold**`) work. */
export function typedShortcuts(allowed: Allowed): string[] {
  return [...allowed.marks, ...allowed.nodes].filter((name) => name !== 'listItem');
}
