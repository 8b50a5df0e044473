import { useState } from 'react';
import { matchQuery, type BulkAction, type ContentType, type Fields, type RecordMatch } from '../../api';
import { BulkDialog } from '../../bulk/bulk-dialog';
import { count } from '../../parts/words';
import { OneField } from './one-field';
import { sizeOf, type Selection } from './selection';

interface RecordBulkDialogProps {
  type: ContentType;
  action: BulkAction;
  selection: Selection;
  total: number;
  /** What the list asks for, where all that match are meant. */
  match: RecordMatch;
  onClose: () => void;
  onDone: () => void;
}
const meanings: Partial<Record<string, string>> = {
  delete: 'They will be gone for good. What is still used somewhere stays, and you will see which.',
  unpublish: 'Readers won’t find them any more. Their drafts and their history stay.',
  publish: 'Readers will see the newest version of each. What is not ready yet stays as it is.',
};

function questionOf({ name, label }: BulkAction, entries: string): string {
  if (name === 'unpublish') return `Take ${entries} offline?`;
  return ['publish', 'edit', 'delete'].includes(name) ? `${label} ${entries}?` : `${label}: ${entries}?`;
}

/** Asks, and does something to all that are chosen in the background. */
export function RecordBulkDialog({ type, action, match, onClose, onDone, ...chosen }: RecordBulkDialogProps) {
  const [fields, setFields] = useState<Fields>({});
  // What is chosen may go while it is worked on; the dialog speaks of what was chosen.
  const [{ selection, total }] = useState(chosen);
  const edits = action.name === 'edit';
  return (
    <BulkDialog
      question={questionOf(action, count(sizeOf(selection, total), 'entry', 'entries'))}
      verb={action.label}
      noun="entry"
      nouns="entries"
      danger={action.danger}
      wide={edits}
      ready={!edits || Object.keys(fields).length > 0}
      wish={{
        kind: `${type.name}.${action.name}`,
        ...(selection.all ? { query: matchQuery(match) } : { ids: [...selection.ids].map(String) }),
        ...(edits ? { arguments: { fields } } : {}),
      }}
      onClose={onClose}
      onDone={onDone}
    >
      {edits ? (
        <OneField type={type} value={fields} onChange={setFields} />
      ) : (
        (meanings[action.name] ?? 'Each entry is asked for its own permission.')
      )}
    </BulkDialog>
  );
}
