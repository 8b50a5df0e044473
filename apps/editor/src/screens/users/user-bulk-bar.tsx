import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { IconDots, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { GroupRow, UserRow } from '../../api';
import { BulkDialog } from '../../bulk/bulk-dialog';
import list from '../../parts/list-screen.module.css';
import { useFoot } from '../../parts/use-foot';
import { count } from '../../parts/words';

type Wish = 'suspend' | 'activate' | 'invite' | 'addToGroup' | 'removeFromGroup' | 'delete';

interface Words {
  label: string;
  verb: string;
  text: string;
  danger?: boolean;
}
const words: Readonly<Record<Wish, Words>> = {
  addToGroup: {
    label: 'Add to group',
    verb: 'Add to the group',
    text: 'They may do what the group is granted, at once.',
  },
  removeFromGroup: {
    label: 'Take out of group',
    verb: 'Take out of the group',
    text: 'They may not do any more what only that group is granted.',
  },
  invite: {
    label: 'Invite by mail',
    verb: 'Send invitations',
    text: 'Everybody without a password gets a link to choose one. Links sent before are void.',
  },
  suspend: {
    label: 'Suspend',
    verb: 'Suspend',
    text: 'They are signed out at once and cannot sign in. What is theirs stays, and you can let them in again.',
  },
  activate: { label: 'Let in again', verb: 'Let in again', text: 'Whoever was suspended can sign in again.' },
  delete: {
    label: 'Delete',
    verb: 'Delete for good',
    text: 'Their accounts are gone for good. Content stays; what belonged to them belongs to nobody then.',
    danger: true,
  },
};
const first: readonly Wish[] = ['addToGroup', 'suspend'];
const more: readonly Wish[] = ['removeFromGroup', 'invite', 'activate', 'delete'];

interface UserBulkBarProps {
  users: readonly UserRow[];
  groups: readonly GroupRow[];
  onClear: () => void;
}

/** What can be done to all chosen people at once. */
export function UserBulkBar({ users, groups, onClear }: UserBulkBarProps) {
  useFoot();
  const [wish, setWish] = useState<Wish | null>(null);
  const [isDone, setDone] = useState(false);
  const [groupId, setGroupId] = useState<string | null>(null);
  // What became of them is read first: without anybody chosen this bar is gone, and its dialog with it.
  const close = (): void => {
    setWish(null);
    if (isDone) onClear();
  };
  const asksGroup = wish === 'addToGroup' || wish === 'removeFromGroup';
  const group = groupId ?? (groups[0] ? String(groups[0].id) : null);
  return (
    <>
      <div className={list.bulk} role="region" aria-label="Chosen users">
        <b className="num" role="status">
          {users.length} chosen
        </b>
        <span className={`no-phone ${list.bulkLine}`} />
        {first.map((each) => (
          <span key={each} className="no-phone">
            <Button variant="subtle" size="xs" onClick={() => setWish(each)}>
              {words[each].label}
            </Button>
          </span>
        ))}
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon aria-label="More for the chosen users">
              <IconDots size={18} stroke={1.75} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {first.map((each) => (
              <Menu.Item key={each} className="only-phone" onClick={() => setWish(each)}>
                {words[each].label}
              </Menu.Item>
            ))}
            {more.map((each) => (
              <Menu.Item key={each} onClick={() => setWish(each)} data-danger={words[each].danger || undefined}>
                {words[each].label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <ActionIcon aria-label="Choose nobody" onClick={onClear}>
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      {wish && (
        <BulkDialog
          noun="user"
          question={`${words[wish].label}: ${count(users.length, 'user')}?`}
          verb={words[wish].verb}
          danger={words[wish].danger ?? false}
          wish={{
            kind: `user.${wish}`,
            ids: users.map(({ id }) => String(id)),
            arguments: asksGroup ? { groupId: Number(group) } : wish === 'delete' ? { successorId: null } : {},
          }}
          onClose={close}
          onDone={() => setDone(true)}
        >
          {asksGroup && (
            <Select
              label="Group"
              mb={12}
              value={group}
              onChange={setGroupId}
              allowDeselect={false}
              data={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )}
          <p>{words[wish].text}</p>
        </BulkDialog>
      )}
    </>
  );
}
