import { useState, type ReactNode } from 'react';
import { BulkDialog } from '../../../bulk/bulk-dialog';
import type { MediaQuery } from '../../../api';
import { sizeOf, type Selection } from '../../../library/selection';
import { count } from '../../../parts/words';
import { EditFields } from './edit-fields';
import { hasWishes, type EditWishes } from './edit-wishes';
import type { MediaBulkVerb } from './media-bulk-bar';

interface MediaBulkDialogProps {
  noun: 'image' | 'document';
  verb: MediaBulkVerb;
  selection: Selection;
  total: number;
  /** The question of the list, for all that match. */
  query: MediaQuery;
  onClose: () => void;
  onDone: () => void;
}

/** What the list asks for, without its order; what lies in the trash follows from what is to be done. */
function matchOf({ order: _order, trash: _trash, ...match }: MediaQuery): Record<string, unknown> {
  return match;
}

/** Asks, and does something to all that are chosen in the background. */
export function MediaBulkDialog(props: MediaBulkDialogProps) {
  const { noun, verb, selection, total, query, onClose, onDone } = props;
  const [wishes, setWishes] = useState<EditWishes>({});
  // What is chosen may go while it is worked on; the dialog speaks of what was chosen.
  const [things] = useState(() => count(sizeOf(selection, total), noun));
  const [target] = useState(() =>
    selection.all ? { query: matchOf(query) } : { ids: [...selection.ids].map((id) => String(id)) },
  );
  const words: Record<MediaBulkVerb, { question: string; does: string; text: ReactNode }> = {
    edit: {
      question: `Edit ${things}`,
      does: `Change ${things}`,
      text: <EditFields noun={noun} wishes={wishes} onChange={setWishes} />,
    },
    delete: {
      question: `Move ${things} to the trash?`,
      does: 'Move to trash',
      text: 'What is in use stays, and you will see which. The rest can be brought back from the trash.',
    },
    restore: { question: `Bring back ${things}?`, does: 'Bring back', text: 'They go back to their collections.' },
    purge: {
      question: `Delete ${things} for good?`,
      does: 'Delete for good',
      text: 'Their files go too. They can’t be brought back.',
    },
  };
  const { question, does, text } = words[verb];
  return (
    <BulkDialog
      question={question}
      verb={does}
      noun={noun}
      danger={verb === 'delete' || verb === 'purge'}
      ready={verb !== 'edit' || hasWishes(wishes)}
      wish={{ kind: `${noun}.${verb}`, ...target, ...(verb === 'edit' ? { arguments: { ...wishes } } : {}) }}
      onClose={onClose}
      onDone={onDone}
    >
      {text}
    </BulkDialog>
  );
}
