import { EditorState } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ControlProps } from '../control';
import { HeadSlotContext, useSurroundings } from '../form-context';
import { StreamSlotContext } from '../stream/stream-slot';
import type { DocNode } from './doc';
import { extensionsFor, typedShortcuts } from './extensions';
import { allowedBy } from './features';
import { insertables } from './insertables';
import { Insertions } from './insertions';
import { pasteAddress } from './paste-address';
import { cleanPasted } from './paste-clean';
import { filterPasted } from './paste-filter';
import { readHtml } from './read';
import { styleNonce } from '../../theme/nonce';
import css from './rich-text.module.css';
import { type SlashKeys, slashPalette } from './slash';
import { SlashMenu } from './slash-menu';
import { Toolbar } from './toolbar';
import { writeHtml } from './write';

interface RichTextEditorProps extends ControlProps<string | null> {
  editable: boolean;
  autoFocus: boolean;
}

/** The text editor itself. It writes only what a person changed: opening a text never alters it. */
export function RichTextEditor({
  field,
  value,
  set,
  id,
  labelId,
  describedBy,
  invalid,
  bare,
  editable,
  autoFocus,
}: RichTextEditorProps) {
  const { locale } = useSurroundings();
  const slot = useContext(HeadSlotContext);
  const features = useMemo(() => field.options.features ?? [], [field]);
  const allowed = useMemo(() => allowedBy(features), [features]);
  const stored = value ?? '';
  // The last text that came in or went out, and how it is written from the document.
  const known = useRef({ stored, written: '' });
  const current = useRef(stored);
  // Texts given out that have not come back yet.
  const emitted = useRef<string[]>([]);
  const focus = useFocusAround();
  const [linkAsked, setLinkAsked] = useState(0);
  const [adding, setAdding] = useState<string | null>(null);
  const slashKeys = useRef<SlashKeys | null>(null);
  const stream = useContext(StreamSlotContext);
  const offered = useMemo(() => insertables(features, allowed, setAdding), [features, allowed]);
  const root = useRef<HTMLDivElement>(null);
  const slotNow = useRef(slot);
  slotNow.current = bare ? slot : null;
  const latest = useRef(set);
  latest.current = set;

  const editor = useEditor(
    {
      extensions: [...extensionsFor(allowed, bare ? 'Write here, or / for more' : ''), slashPalette(slashKeys)],
      enableInputRules: typedShortcuts(allowed),
      enablePasteRules: typedShortcuts(allowed),
      content: readHtml(stored),
      editable,
      autofocus: autoFocus ? 'end' : false,
      shouldRerenderOnTransaction: false,
      injectNonce: styleNonce(),
      editorProps: {
        attributes: {
          class: css.text!,
          id,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-labelledby': labelId,
          lang: locale,
          dir: 'auto',
        },
        handleKeyDown: (_view, event) => {
          if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && allowed.marks.has('link')) {
            event.preventDefault();
            event.stopPropagation();
            setLinkAsked((times) => times + 1);
            return true;
          }
          if (event.altKey && event.key === 'F10') {
            (slotNow.current ?? root.current)?.querySelector<HTMLElement>('[data-tool]')?.focus();
            return true;
          }
          return false;
        },
        transformPastedHTML: cleanPasted,
        transformPasted: (slice) => filterPasted(slice, allowed),
        handlePaste: (view, event) => allowed.marks.has('link') && pasteAddress(view, event),
      },
      onCreate: ({ editor: made }) => {
        known.current = { stored, written: writeHtml(made.getJSON() as DocNode) };
      },
      onUpdate: ({ editor: now }) => {
        const written = writeHtml(now.getJSON() as DocNode);
        // Taking every change back gives the stored text again, letter by letter.
        const next = written === known.current.written ? known.current.stored : written;
        current.current = next;
        emitted.current.push(next);
        latest.current(next);
      },
    },
    [allowed],
  );

  useEffect(() => {
    // What was typed here comes back one render later, and by then more may have been typed.
    const own = emitted.current.indexOf(stored);
    emitted.current = stored === current.current ? [] : emitted.current.slice(own + 1);
    if (own >= 0 || stored === current.current) return;
    current.current = stored;
    // A fresh state: taking back typing must not take back what came from elsewhere.
    const doc = editor.schema.nodeFromJSON(readHtml(stored));
    editor.view.updateState(EditorState.create({ doc, plugins: editor.state.plugins }));
    editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false));
    known.current = { stored, written: writeHtml(editor.getJSON() as DocNode) };
  }, [stored, editor]);
  useEffect(() => {
    editor.setEditable(editable, false);
  }, [editor, editable]);
  useEffect(() => {
    // Errors and hints come and go while the editor stays.
    const mark = (name: string, state: string | undefined) =>
      state ? editor.view.dom.setAttribute(name, state) : editor.view.dom.removeAttribute(name);
    mark('aria-describedby', describedBy);
    mark('aria-invalid', invalid ? 'true' : undefined);
  }, [editor, describedBy, invalid]);

  const toolbar = editable ? (
    <Toolbar editor={editor} features={features} allowed={allowed} linkAsked={linkAsked} onAdd={setAdding} />
  ) : null;
  return (
    <div
      ref={root}
      className={css.editor}
      onFocus={focus.gained}
      onBlur={focus.lost}
      data-bare={bare || undefined}
      data-focused={focus.within || undefined}
      data-invalid={invalid || undefined}
      data-locked={!editable || undefined}
    >
      {toolbar && (bare && slot ? createPortal(toolbar, slot) : <div className={css.above}>{toolbar}</div>)}
      <EditorContent editor={editor} />
      {editable && <SlashMenu editor={editor} insertables={offered} slot={bare ? stream : null} keys={slashKeys} />}
      <Insertions editor={editor} asked={adding} onDone={() => setAdding(null)} />
    </div>
  );
}

/**
 * Whether the text, its toolbar, or a menu or dialog opened from there has the focus. The
 * latter lie elsewhere in the page, but their events come by here all the same.
 */
function useFocusAround() {
  const [within, setWithin] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    within,
    gained() {
      clearTimeout(timer.current);
      setWithin(true);
    },
    lost() {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setWithin(false), 60);
    },
  };
}
