import type { Editor } from '@tiptap/core';
import {
  type Icon,
  IconBold,
  IconCode,
  IconItalic,
  IconList,
  IconListNumbers,
  IconMinus,
  IconQuote,
  IconStrikethrough,
  IconSubscript,
  IconSuperscript,
} from '@tabler/icons-react';
import { registered } from './registered';

/** A button that switches a part of the text on and off. */
export interface Tool {
  feature: string;
  /** The name under which the text editor knows whether it is on. */
  name: string;
  label: string;
  shortcut?: string;
  icon: Icon;
  /** It is about whole paragraphs, so `/` offers it too. */
  block?: boolean;
  /** What else people call it. */
  words?: string;
  run: (editor: Editor) => void;
}

export const TOOLS: readonly Tool[] = [
  {
    feature: 'bold',
    name: 'bold',
    label: 'Bold',
    shortcut: 'Ctrl B',
    icon: IconBold,
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    feature: 'italic',
    name: 'italic',
    label: 'Italic',
    shortcut: 'Ctrl I',
    icon: IconItalic,
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    feature: 'ul',
    name: 'bulletList',
    label: 'List',
    shortcut: 'Ctrl Shift 8',
    block: true,
    words: 'bullets ul',
    icon: IconList,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    feature: 'ol',
    name: 'orderedList',
    label: 'Numbered list',
    shortcut: 'Ctrl Shift 7',
    block: true,
    words: 'ordered ol',
    icon: IconListNumbers,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    feature: 'blockquote',
    name: 'blockquote',
    label: 'Quote',
    shortcut: 'Ctrl Shift B',
    block: true,
    words: 'blockquote',
    icon: IconQuote,
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

/** Rarer tools, behind the dots. */
export const MORE_TOOLS: readonly Tool[] = [
  {
    feature: 'strikethrough',
    name: 'strike',
    label: 'Struck through',
    shortcut: 'Ctrl Shift S',
    icon: IconStrikethrough,
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    feature: 'superscript',
    name: 'superscript',
    label: 'Superscript',
    shortcut: 'Ctrl .',
    icon: IconSuperscript,
    run: (editor) => editor.chain().focus().toggleMark('superscript').run(),
  },
  {
    feature: 'subscript',
    name: 'subscript',
    label: 'Subscript',
    shortcut: 'Ctrl ,',
    icon: IconSubscript,
    run: (editor) => editor.chain().focus().toggleMark('subscript').run(),
  },
  {
    feature: 'code',
    name: 'code',
    label: 'Code',
    shortcut: 'Ctrl E',
    icon: IconCode,
    run: (editor) => editor.chain().focus().toggleMark('code').run(),
  },
  {
    feature: 'hr',
    name: 'horizontalRule',
    label: 'Line across',
    icon: IconMinus,
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
];

/** Buttons of the marks and paragraphs extensions bring. */
export function ownTools(): OwnTool[] {
  return [
    ...registered('mark').map(({ feature, part, entry }) => ({
      feature,
      name: part,
      label: entry.label,
      icon: entry.icon,
      run: (editor: Editor) => editor.chain().focus().toggleMark(part).run(),
    })),
    ...registered('block').map(({ feature, part, entry }) => ({
      feature,
      name: part,
      label: entry.label,
      icon: entry.icon,
      run: (editor: Editor) => editor.chain().focus().toggleNode(part, 'paragraph').run(),
    })),
  ];
}

/** A tool whose icon is known by its name. */
export interface OwnTool {
  feature: string;
  name: string;
  label: string;
  icon: string;
  run: (editor: Editor) => void;
}

/** Marks and blocks in force at the cursor, in one text so that the toolbar renders only when it changes. */
export function stateOf(editor: Editor): { on: string; level: number; link: string } {
  const on = [...TOOLS, ...MORE_TOOLS, ...ownTools()]
    .filter((tool) => editor.isActive(tool.name))
    .map((tool) => tool.name)
    .join(' ');
  const level = editor.isActive('heading') ? Number(editor.getAttributes('heading').level) : 0;
  const { linktype = null, id = null, href = null } = editor.isActive('link') ? editor.getAttributes('link') : {};
  return { on, level, link: editor.isActive('link') ? JSON.stringify({ linktype, id, href }) : '' };
}
