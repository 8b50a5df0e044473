import type { Editor } from '@tiptap/core';
import {
  type Icon,
  IconH1,
  IconH2,
  IconH3,
  IconH4,
  IconH5,
  IconH6,
  IconMinus,
  IconPhoto,
  IconPlayerPlay,
  IconTypography,
} from '@tabler/icons-react';
import { type Allowed } from './features';
import { registered } from './registered';
import { TOOLS } from './tools';

/** Something that can be put in, or that a paragraph can become. */
export interface Insertable {
  id: string;
  label: string;
  /** What else people call it. */
  words: string;
  /** A component, or the name of an icon for what extensions bring. */
  icon: Icon | string;
  run: (editor: Editor) => void;
}

const HEADINGS: readonly Icon[] = [IconH1, IconH2, IconH3, IconH4, IconH5, IconH6];

/** Everything a field's features let somebody insert. `ask` opens the dialog of a feature that needs one. */
export function insertables(features: readonly string[], allowed: Allowed, ask: (what: string) => void): Insertable[] {
  const block = TOOLS.filter((tool) => features.includes(tool.feature) && tool.block);
  const own = registered('block').filter(({ feature }) => features.includes(feature));
  const embeds = registered('embed').filter(({ feature }) => features.includes(feature));
  return [
    entry('paragraph', 'Paragraph', 'text', IconTypography, (editor) => editor.chain().focus().setParagraph().run()),
    ...allowed.headings.map((level) =>
      entry(`h${level}`, `Heading ${level}`, `h${level} title`, HEADINGS[level - 1]!, (editor) =>
        editor
          .chain()
          .focus()
          .setHeading({ level: level as 1 | 2 | 3 | 4 | 5 | 6 })
          .run(),
      ),
    ),
    ...block.map((tool) => entry(tool.feature, tool.label, tool.words ?? '', tool.icon, tool.run)),
    ...(features.includes('hr')
      ? [entry('hr', 'Line across', 'rule divider', IconMinus, (e) => e.chain().focus().setHorizontalRule().run())]
      : []),
    ...(features.includes('image') ? [entry('image', 'Image', 'picture photo', IconPhoto, () => ask('image'))] : []),
    ...(features.includes('embed')
      ? [entry('embed', 'Video or other media', 'embed youtube sound', IconPlayerPlay, () => ask('embed'))]
      : []),
    ...own.map(({ feature, part, entry: { label, icon } }) =>
      entry(feature, label, '', icon, (editor) => editor.chain().focus().toggleNode(part, 'paragraph').run()),
    ),
    ...embeds.map(({ feature, part, entry: { label, icon } }) => entry(feature, label, '', icon, () => ask(part))),
  ];
}

function entry(id: string, label: string, words: string, icon: Icon | string, run: (editor: Editor) => void) {
  return { id, label, words, icon, run };
}
