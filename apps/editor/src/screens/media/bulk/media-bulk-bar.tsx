import { IconArrowBackUp, IconPencil, IconTrash, type Icon } from '@tabler/icons-react';
import { BulkBar } from '../../../bulk/bulk-bar';
import { sizeOf, type Selection } from '../../../library/selection';
import { count } from '../../../parts/words';

/** What can be done to several things of the library at once. */
export type MediaBulkVerb = 'edit' | 'delete' | 'restore' | 'purge';

interface MediaBulkBarProps {
  noun: 'image' | 'document';
  selection: Selection;
  total: number;
  inTrash: boolean;
  onAll: () => void;
  onVerb: (verb: MediaBulkVerb) => void;
  onClear: () => void;
}

const verbs: Record<MediaBulkVerb, { label: string; Shape: Icon; danger?: true }> = {
  edit: { label: 'Edit', Shape: IconPencil },
  delete: { label: 'Move to trash', Shape: IconTrash },
  restore: { label: 'Bring back', Shape: IconArrowBackUp },
  purge: { label: 'Delete for good', Shape: IconTrash, danger: true },
};

/** Floats at the foot while something is chosen. */
export function MediaBulkBar({ noun, selection, total, inTrash, onAll, onVerb, onClear }: MediaBulkBarProps) {
  const chosen = sizeOf(selection, total);
  const offered: MediaBulkVerb[] = inTrash ? ['restore', 'purge'] : ['edit', 'delete'];
  return (
    <BulkBar
      label={`Selected ${noun}s`}
      told={`${selection.all ? `All ${total.toLocaleString('en-GB')}` : count(chosen, noun)} selected`}
      actions={offered.map((verb) => ({ ...verbs[verb], name: verb, act: () => onVerb(verb) }))}
      onAll={!selection.all && chosen < total ? { total, act: onAll } : undefined}
      onClear={onClear}
    />
  );
}
