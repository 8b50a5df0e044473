import { IconPencil, IconSend, IconTrash, IconWorldOff, type Icon } from '@tabler/icons-react';
import type { BulkAction } from '../../api';
import { BulkBar } from '../../bulk/bulk-bar';

interface RecordBulkBarProps {
  actions: BulkAction[];
  chosen: number;
  total: number;
  /** All that match are chosen, loaded or not. */
  all: boolean;
  onAll: () => void;
  onAction: (action: BulkAction) => void;
  onClear: () => void;
}
const shapes: Partial<Record<string, Icon>> = {
  publish: IconSend,
  unpublish: IconWorldOff,
  edit: IconPencil,
  delete: IconTrash,
};

/** What can be done to all chosen rows at once. */
export function RecordBulkBar({ actions, chosen, total, all, onAll, onAction, onClear }: RecordBulkBarProps) {
  const number = (value: number): string => value.toLocaleString('en-GB');
  return (
    <BulkBar
      label="Selected entries"
      told={`${all ? `All ${number(total)}` : number(chosen)} selected`}
      actions={actions.map((action) => ({
        name: action.name,
        label: action.label,
        Shape: shapes[action.name],
        danger: action.danger,
        act: () => onAction(action),
      }))}
      onAll={!all && chosen < total ? { total, act: onAll } : undefined}
      onClear={onClear}
    />
  );
}
