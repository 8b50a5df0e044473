import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { TypeIcon } from '../../parts/type-icon';
import { BlockIcon } from '../stream/block-icon';
import type { StreamSlot } from '../stream/stream-slot';
import type { DocNode } from './doc';
import type { Insertable } from './insertables';
import { dismissSlash, type Slash, type SlashKeys, slashOf } from './slash';
import css from './slash-menu.module.css';
import { writeHtml } from './write';

interface SlashMenuProps {
  editor: Editor;
  insertables: readonly Insertable[];
  /** The stream around the text, whose blocks can be put in at the cursor. */
  slot: StreamSlot | null;
  keys: RefObject<SlashKeys | null>;
}

interface Choice {
  id: string;
  label: string;
  note: string | null;
  icon: React.ReactNode;
  run: (slash: Slash) => void;
}

/** What `/` offers: formats and things for the text, and other blocks which part it. */
export function SlashMenu(props: SlashMenuProps) {
  const { editor, keys } = props;
  const slash = useEditorState({ editor, selector: ({ editor: now }) => slashOf(now.state), equalityFn: sameSlash });
  const [at, setAt] = useState(0);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const choices = slash ? matching(choicesOf(props), slash.query) : [];
  const open = slash !== null && choices.length > 0;
  const index = Math.min(at, choices.length - 1);
  useEffect(() => setAt(0), [slash?.query]);
  useEffect(() => {
    keys.current = (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (!slash || !open) return false;
      if (step !== 0) setAt((index + step + choices.length) % choices.length);
      else if (event.key === 'Enter' || event.key === 'Tab') choices[index]?.run(slash);
      else if (event.key === 'Escape') dismissSlash(editor.view);
      else return false;
      event.stopPropagation();
      return true;
    };
    return () => {
      keys.current = null;
    };
  });
  useEffect(() => {
    const { dom } = editor.view;
    if (!open) return;
    dom.setAttribute('aria-controls', listId);
    dom.setAttribute('aria-activedescendant', `${listId}-${index}`);
    return () => {
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, open, listId, index]);
  useLayoutEffect(() => {
    if (open && slash && box.current) placeAt(box.current, editor, slash.from);
  });
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  if (!open) return null;
  return createPortal(
    <div ref={box} id={listId} role="listbox" aria-label="Insert" className={css.menu} data-slash>
      {choices.map((choice, position) => (
        <div
          key={choice.id}
          id={`${listId}-${position}`}
          role="option"
          aria-selected={position === index}
          className={css.option}
          onMouseMove={() => setAt(position)}
          onMouseDown={(event) => {
            event.preventDefault();
            choice.run(slash);
          }}
        >
          {choice.icon}
          <span>{choice.label}</span>
          {choice.note && <small>{choice.note}</small>}
        </div>
      ))}
    </div>,
    document.body,
  );
}

function choicesOf({ editor, insertables, slot }: SlashMenuProps): (Choice & { words: string })[] {
  const forText = insertables.map(({ id, label, words, icon: Icon, run }) => ({
    id,
    label,
    words,
    note: null,
    icon: typeof Icon === 'string' ? <TypeIcon name={Icon} /> : <Icon size={18} stroke={1.75} aria-hidden />,
    run: ({ from, to }: Slash) => {
      editor.chain().focus().deleteRange({ from, to }).run();
      run(editor);
    },
  }));
  const blocks = (slot?.blocks ?? []).filter((block) => slot?.refuse(block.name) === null);
  const forStream = blocks.map((block) => ({
    id: `block:${block.name}`,
    label: block.label,
    words: `${block.name} ${block.group ?? ''} ${block.description}`,
    note: 'block',
    icon: <BlockIcon block={block} size={18} />,
    run: ({ from, to }: Slash) => {
      const { doc } = editor.state;
      slot?.split(block.name, htmlOf(editor, 0, from), htmlOf(editor, to, doc.content.size));
    },
  }));
  return [...forText, ...forStream];
}

/** A part of the text in its stored form; what is left of an emptied paragraph at the cut goes. */
function htmlOf(editor: Editor, from: number, to: number): string {
  const part = editor.state.doc.cut(from, to).toJSON() as DocNode;
  const content = [...(part.content ?? [])];
  if (from === 0 && isBlank(content[content.length - 1])) content.pop();
  if (from > 0 && isBlank(content[0])) content.shift();
  return content.length === 0 ? '' : writeHtml({ ...part, content });
}

function isBlank(node: DocNode | undefined): boolean {
  if (!node || (node.type !== 'paragraph' && node.type !== 'heading')) return false;
  return (node.content ?? []).every((inner) => inner.type === 'text' && inner.text?.trim() === '');
}

function matching<T extends Choice & { words: string }>(choices: readonly T[], query: string): T[] {
  const words = query.trim().toLowerCase().split(/\s+/);
  return choices.filter(({ label, words: more }) => {
    const text = `${label} ${more}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function sameSlash(a: Slash | null, b: Slash | null): boolean {
  return a === b || (a?.from === b?.from && a?.to === b?.to && a?.query === b?.query);
}

/** Below the slash, or above where there is no room. */
function placeAt(box: HTMLElement, editor: Editor, position: number): void {
  const cursor = editor.view.coordsAtPos(position);
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = cursor.bottom + 6 + height <= innerHeight;
  box.style.top = `${Math.max(8, below ? cursor.bottom + 6 : cursor.top - 6 - height)}px`;
  box.style.left = `${Math.max(8, Math.min(cursor.left, innerWidth - width - 8))}px`;
}
