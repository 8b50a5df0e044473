import { Button, Modal, TextInput } from '@mantine/core';
import { IconPlus, IconShieldLock } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, queryKeys } from '../../api';
import cards from '../../parts/cards.module.css';
import { useFormFaults } from '../../parts/form-faults';
import list from '../../parts/list-screen.module.css';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { count } from '../../parts/words';
import { SettingsBar } from '../../shell/settings-bar';
import { usePermissions } from '../settings/settings-data';

/** Everybody in a group may do what the group is granted. */
export function GroupsScreen() {
  const groups = useQuery({ queryKey: queryKeys.groups, queryFn: api.groups.list });
  const held = usePermissions();
  const [adding, setAdding] = useState(false);
  useTitle('Groups');
  return (
    <>
      <SettingsBar path={[{ label: 'Groups', link: { to: '/settings/groups' } }]} />
      <div className={list.scroller}>
        <div className={cards.page}>
          <div className={list.head}>
            <div className={list.headText}>
              <h1>Groups</h1>
              <p className={list.facts}>Whoever is in a group may do what the group is granted.</p>
            </div>
            {held.has('group.manage') && (
              <Button
                variant="filled"
                leftSection={<IconPlus size={16} stroke={1.75} />}
                onClick={() => setAdding(true)}
              >
                Add group
              </Button>
            )}
          </div>
          {groups.isError ? (
            <ProblemNote
              error={groups.error}
              what="The groups could not be loaded."
              onRetry={() => void groups.refetch()}
            />
          ) : !groups.data ? (
            <SkeletonRows rows={4} height="76px" />
          ) : groups.data.items.length === 0 ? (
            <Empty>There is no group yet, so only administrators may do anything.</Empty>
          ) : (
            <ul className={cards.cards} aria-label="Groups">
              {groups.data.items.map((group) => (
                <li key={group.id} className={cards.card}>
                  <div>
                    <h2 className={cards.name}>
                      <Link to="/settings/groups/$groupId" params={{ groupId: String(group.id) }}>
                        {group.name}
                      </Link>
                    </h2>
                    <p className={cards.facts}>
                      <Link to="/settings/users" search={{ group: group.id }}>
                        {count(group.members, 'member')}
                      </Link>
                      <span>{group.grants === 0 ? 'Granted nothing yet' : count(group.grants, 'grant')}</span>
                      {group.requiresSecondFactor && (
                        <span>
                          <IconShieldLock size={14} stroke={1.75} aria-hidden /> Second factor needed
                        </span>
                      )}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {adding && <NewGroupDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function NewGroupDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const faults = useFormFaults(['name']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults.run(async () => {
      const { id } = await api.groups.create(name);
      await queries.invalidateQueries({ queryKey: queryKeys.groups });
      await navigate({ to: '/settings/groups/$groupId', params: { groupId: String(id) } });
    });
  };
  return (
    <Modal opened onClose={onClose} size={420} title="Add a group" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={cards.form} onSubmit={submit} noValidate>
        <TextInput
          label="Name"
          description="What its people have in common, such as “Press office”."
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
            Add group
          </Button>
        </div>
      </form>
    </Modal>
  );
}
