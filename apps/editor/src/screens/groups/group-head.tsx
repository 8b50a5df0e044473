import { ActionIcon, Button, Menu, Modal, Switch, TextInput } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, queryKeys, type GroupDetail } from '../../api';
import cards from '../../parts/cards.module.css';
import { Confirm } from '../../parts/confirm';
import { useFormFaults } from '../../parts/form-faults';
import list from '../../parts/list-screen.module.css';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { count } from '../../parts/words';
import classes from './group.module.css';

const icon = { size: 16, stroke: 1.75 };

/** What the group is called, who is in it, and how its people sign in. */
export function GroupHead({ group }: { group: GroupDetail }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'rename' | 'delete' | null>(null);
  const faults = useFormFaults([]);
  const stored = async (saved: GroupDetail): Promise<void> => {
    queries.setQueryData(queryKeys.group(group.id), saved);
    await queries.invalidateQueries({ queryKey: queryKeys.groups });
  };
  const ask = (requiresSecondFactor: boolean): void =>
    void api.groups
      .save(group.id, { requiresSecondFactor })
      .then(stored)
      .catch((error: unknown) => showNote(describeProblem(error)));
  const remove = (): void =>
    void faults
      .run(() => api.groups.remove(group.id))
      .then(async (done) => {
        if (!done) return;
        showNote(`${group.name} was deleted. Its members stay.`);
        await navigate({ to: '/settings/groups' });
        queries.removeQueries({ queryKey: queryKeys.group(group.id) });
        await queries.invalidateQueries({ queryKey: queryKeys.groups });
        await queries.invalidateQueries({ queryKey: queryKeys.users });
      });
  return (
    <header>
      <div className={list.head}>
        <div className={list.headText}>
          <h1>{group.name}</h1>
          <p className={list.facts}>
            <Link to="/settings/users" search={{ group: group.id }}>
              {count(group.members, 'member')}
            </Link>
            <span>{group.grants === 0 ? 'Granted nothing yet' : count(group.grants, 'grant')}</span>
          </p>
        </div>
        {group.can.edit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={`What can be done with ${group.name}`}>
                <IconDots size={18} stroke={1.75} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setAsking('rename')}>
                Rename
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash {...icon} />} data-danger onClick={() => setAsking('delete')}>
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {!group.can.edit && (
        <p className={classes.note}>
          This group is granted more than you hold, so you cannot rename or delete it. What you hold you can grant and
          take.
        </p>
      )}
      <Switch
        className={classes.factor!}
        label="Its people need a second factor"
        description="Whoever has none yet sets one up when they sign in next."
        checked={group.requiresSecondFactor}
        disabled={!group.can.edit}
        onChange={(event) => ask(event.currentTarget.checked)}
      />
      {asking === 'rename' && <RenameDialog group={group} onClose={() => setAsking(null)} onSaved={stored} />}
      {asking === 'delete' && (
        <Confirm
          opened
          danger
          title={`Delete ${group.name}?`}
          action="Delete group"
          busy={faults.busy}
          onConfirm={remove}
          onClose={() => setAsking(null)}
        >
          <p>
            {count(group.members, 'person', 'people')} may not do any more what only this group is granted. Their
            accounts stay. Pages that only this group could read are read by nobody until you let others in.
          </p>
          {faults.rest && <p role="alert">{faults.rest}</p>}
        </Confirm>
      )}
    </header>
  );
}

function RenameDialog({
  group,
  onClose,
  onSaved,
}: {
  group: GroupDetail;
  onClose: () => void;
  onSaved: (saved: GroupDetail) => Promise<void>;
}) {
  const [name, setName] = useState(group.name);
  const faults = useFormFaults(['name']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults
      .run(async () => onSaved(await api.groups.save(group.id, { name })))
      .then((done) => (done ? onClose() : undefined));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={420}
      title={`Rename ${group.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form className={cards.form} onSubmit={submit} noValidate>
        <TextInput
          label="Name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={faults.of('name')}
          data-autofocus
        />
        <div className={cards.foot}>
          {faults.rest && (
            <p className={cards.fault} role="alert">
              {faults.rest}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" loading={faults.busy} disabled={!name.trim()}>
            Rename
          </Button>
        </div>
      </form>
    </Modal>
  );
}
