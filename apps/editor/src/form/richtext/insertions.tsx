import type { Editor } from '@tiptap/core';
import { ImageChooser } from '../../choosers';
import { ExtensionBoundary } from '../../extensions/boundary';
import { EmbedDialog } from './embed-dialog';
import { registered } from './registered';

interface InsertionsProps {
  editor: Editor;
  /** What is asked for: `image`, `embed`, or the part of an extension. */
  asked: string | null;
  onDone: () => void;
}

/** The dialogs of what can't be put in without a question. */
export function Insertions({ editor, asked, onDone }: InsertionsProps) {
  const stop = () => {
    onDone();
    editor.commands.focus();
  };
  const insert = (type: string, attrs: Record<string, unknown>) => {
    onDone();
    editor.chain().focus().insertContent({ type, attrs }).run();
  };
  if (asked === 'image')
    return (
      <ImageChooser
        selected={null}
        onClose={stop}
        onChoose={(image) =>
          insert('blockImage', { id: String(image.id), alt: image.alt || null, format: 'fullwidth' })
        }
      />
    );
  if (asked === 'embed') return <EmbedDialog onClose={stop} onUrl={(url) => insert('blockMedia', { url })} />;
  const own = registered('embed').find(({ part }) => part === asked);
  if (!own) return null;
  return (
    <ExtensionBoundary what={`“${own.entry.label}”`}>
      <own.stored.Insert insert={(attributes) => insert(own.part, attributes)} close={stop} />
    </ExtensionBoundary>
  );
}
