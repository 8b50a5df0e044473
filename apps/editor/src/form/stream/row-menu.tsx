import { Menu } from '@mantine/core';
import {
  IconArrowBarToDown,
  IconArrowBarToUp,
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconPlus,
  IconSelector,
  IconTrash,
} from '@tabler/icons-react';
import { useForm } from '../form-context';
import { getAt } from '../model/pointer';
import type { ListActions } from './use-list-actions';

interface RowMenuProps {
  index: number;
  last: boolean;
  label: string;
  pointer: string;
  actions: ListActions;
  removable: boolean;
  full: string | null;
  folded: boolean;
  onFold: () => void;
  onAdd: ((index: number) => void) | undefined;
}

const size = { size: 18, stroke: 1.75 };

/** All that can be done with an entry, for those who do not drag or hover. */
export function RowMenu({
  index,
  last,
  label,
  pointer,
  actions,
  removable,
  full,
  folded,
  onFold,
  onAdd,
}: RowMenuProps) {
  const form = useForm();
  const end = () => (getAt(form.values(), pointer) as unknown[]).length - 1;
  return (
    <>
      <Menu.Item leftSection={<IconSelector {...size} aria-hidden />} onClick={onFold}>
        {folded ? 'Unfold' : 'Fold'}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopy {...size} aria-hidden />}
        onClick={() => actions.duplicate(index)}
        disabled={full !== null}
      >
        Duplicate
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconArrowUp {...size} aria-hidden />}
        onClick={() => actions.move(index, index - 1)}
        disabled={index === 0}
      >
        Move up
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowDown {...size} aria-hidden />}
        onClick={() => actions.move(index, index + 1)}
        disabled={last}
      >
        Move down
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowBarToUp {...size} aria-hidden />}
        onClick={() => actions.move(index, 0)}
        disabled={index === 0}
      >
        Move to the top
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowBarToDown {...size} aria-hidden />}
        onClick={() => actions.move(index, end())}
        disabled={last}
      >
        Move to the end
      </Menu.Item>
      {onAdd && (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconPlus {...size} aria-hidden />}
            onClick={() => onAdd(index)}
            disabled={full !== null}
          >
            Add above
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPlus {...size} aria-hidden />}
            onClick={() => onAdd(index + 1)}
            disabled={full !== null}
          >
            Add below
          </Menu.Item>
        </>
      )}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconTrash {...size} aria-hidden />}
        data-danger
        onClick={() => actions.remove(index, label)}
        disabled={!removable}
      >
        Delete
      </Menu.Item>
    </>
  );
}
