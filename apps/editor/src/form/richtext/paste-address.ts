import type { EditorView } from '@tiptap/pm/view';
import { readAddress } from './address';

/** A pasted address becomes a link: of the selected words, or with itself as words. */
export function pasteAddress(view: EditorView, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  const href = /^(https?:\/\/|mailto:|tel:|[^\s@/]+@[^\s@/]+\.)/i.test(text) ? readAddress(text) : null;
  const type = view.state.schema.marks.link;
  if (!href || !type) return false;
  const mark = type.create({ href });
  const { from, to, empty } = view.state.selection;
  const tr = empty
    ? view.state.tr.replaceSelectionWith(view.state.schema.text(text, [mark]), false)
    : view.state.tr.addMark(from, to, mark);
  view.dispatch(tr.removeStoredMark(type).scrollIntoView());
  return true;
}
