import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';

/** A `/` somebody typed, with what follows it up to the cursor. */
export interface Slash {
  from: number;
  to: number;
  query: string;
}

const key = new PluginKey<{ at: number } | null>('slash');

/** The palette's slash at the cursor, `null` when there is none. */
export function slashOf(state: EditorState): Slash | null {
  const open = key.getState(state);
  return open ? textFrom(state, open.at) : null;
}

/** Forgets the slash; its letters stay. */
export const closeSlash = 'close';

/** What listens to the palette's keys while it is open; `true` when it took one. */
export type SlashKeys = (event: KeyboardEvent) => boolean;

/**
 * Remembers where a `/` was typed at the start of a word. It counts as long as the cursor stays behind it in the same
 * words, so that a `/` in ordinary text stays one.
 */
export function slashPalette(keys: { current: SlashKeys | null }) {
  return Extension.create({
    name: 'slash',
    priority: 1500,
    addProseMirrorPlugins: () => [
      new Plugin<{ at: number } | null>({
        key,
        state: {
          init: () => null,
          apply(tr, open, _before, state) {
            if (tr.getMeta(key) === closeSlash) return null;
            const typed = tr.getMeta(key) as { at: number } | undefined;
            if (typed) return typed;
            if (!open) return null;
            const at = tr.mapping.map(open.at, -1);
            return textFrom(state, at) ? { at } : null;
          },
        },
        props: {
          handleTextInput(view, from, to, text) {
            if (text !== '/' || !view.editable) return false;
            const { $from } = view.state.selection;
            const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ');
            if (!$from.parent.isTextblock || (before !== '' && !/\s$/.test(before))) return false;
            view.dispatch(view.state.tr.insertText('/', from, to).setMeta(key, { at: from }));
            return true;
          },
          handleKeyDown: (view, event) => slashOf(view.state) !== null && (keys.current?.(event) ?? false),
        },
      }),
    ],
  });
}

/** Closes the palette of a text. */
export function dismissSlash(view: { state: EditorState; dispatch: (tr: EditorState['tr']) => void }): void {
  view.dispatch(view.state.tr.setMeta(key, closeSlash));
}

function textFrom(state: EditorState, at: number): Slash | null {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || at < $from.start() || $from.pos <= at) return null;
  const text = state.doc.textBetween(at, $from.pos, undefined, ' ');
  return /^\/[^\n/]{0,24}$/.test(text) && !/\s\s$/.test(text)
    ? { from: at, to: $from.pos, query: text.slice(1) }
    : null;
}
