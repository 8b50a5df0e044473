import type { Editor } from '@tiptap/core';
import type { LinkTarget } from './link-target';

/** Links the selected words. Without a selection the link around the cursor changes, or `words` are put in. */
export function applyLink(editor: Editor, target: LinkTarget, words: string): void {
  const attrs = { ...target, keep: null };
  const chain = editor.chain().focus();
  if (editor.isActive('link')) chain.extendMarkRange('link').setMark('link', attrs).run();
  else if (!editor.state.selection.empty) chain.setMark('link', attrs).run();
  else chain.insertContent([{ type: 'text', text: words, marks: [{ type: 'link', attrs }] }]).run();
}

/** Takes the link away and leaves its words. */
export function removeLink(editor: Editor): void {
  editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
}
