import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconPencil, IconTrash, IconX, type Icon } from '@tabler/icons-react';
import { sizeOf, type Selection } from '../../../library/selection';
import list from '../../../parts/list-screen.module.css';
import { useFoot } from '../../../parts/use-foot';
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
  useFoot();
  const chosen = sizeOf(selection, total);
  const offered: MediaBulkVerb[] = inTrash ? ['restore', 'purge'] : ['edit', 'delete'];
  return (
    <div className={list.bulk} role="region" aria-label={`Selected ${noun}s`}>
      <b role="status">{selection.all ? `All ${total.toLocaleString('en-GB')}` : count(chosen, noun)} selected</b>
      {!selection.all && chosen < total && (
        <Button variant="subtle" size="xs" data-accent onClick={onAll}>
          Select all {total.toLocaleString('en-GB')}
        </Button>
      )}
      <span className={`no-phone ${list.bulkLine}`} />
      <span className="no-phone">
        {offered.map((verb) => {
          const { label, Shape, danger } = verbs[verb];
          return (
            <Button
              key={verb}
              variant="subtle"
              size="xs"
              data-danger={danger}
              onClick={() => onVerb(verb)}
              leftSection={<Shape size={15} stroke={1.75} aria-hidden />}
            >
              {label}
            </Button>
          );
        })}
      </span>
      <Menu position="top-end">
        <Menu.Target>
          <ActionIcon className="only-phone" aria-label="Actions for the selection">
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((verb) => {
            const { label, Shape, danger } = verbs[verb];
            return (
              <Menu.Item
                key={verb}
                data-danger={danger}
                onClick={() => onVerb(verb)}
                leftSection={<Shape size={15} stroke={1.75} aria-hidden />}
              >
                {label}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon size={26} aria-label="Clear selection" title="Clear selection (Esc)" onClick={onClear}>
        <IconX size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
