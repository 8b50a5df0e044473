import { Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type UserDetail } from '../../api';
import { Confirm } from '../../parts/confirm';
import { useFormFaults } from '../../parts/form-faults';
import { showNote } from '../../parts/undo';
import { useUser } from '../../session/session';
import classes from './users.module.css';

const nobody = 'nobody';

/** Deletes an account, and says who gets what belongs to it. */
export function DeleteUserDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const me = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [successor, setSuccessor] = useState<string>(String(me.id));
  const faults = useFormFaults(['successor']);
  const owns = user.belongings.length > 0;
  const match = { state: 'active' as const, limit: 20, ...(text ? { q: text } : {}) };
  const found = useQuery({
    queryKey: queryKeys.userList(match),
    queryFn: ({ signal }) => api.users.list(match, signal),
    enabled: owns,
  });
  const others = (found.data?.items ?? []).filter(({ id }) => id !== user.id && id !== me.id);
  const remove = (): void =>
    void faults
      .run(() => api.users.remove(user.id, owns ? successor : undefined))
      .then(async (done) => {
        if (!done) return;
        showNote(`${user.name} was deleted.`);
        await navigate({ to: '/settings/users' });
        queries.removeQueries({ queryKey: queryKeys.user(user.id) });
        await queries.invalidateQueries({ queryKey: queryKeys.users });
      });
  return (
    <Confirm
      opened
      danger
      title={`Delete ${user.name}?`}
      action="Delete for good"
      busy={faults.busy}
      onConfirm={remove}
      onClose={onClose}
    >
      <div className={classes.form}>
        <p>
          The account is gone for good, and they are signed out at once. What they wrote stays, and the history still
          tells their name. To keep somebody out for a while, suspend them.
        </p>
        {owns && (
          <Select
            label={`Who gets ${user.belongings.map(({ label, count }) => `${count} ${label.toLowerCase()}`).join(' and ')}`}
            value={successor}
            onChange={(value) => setSuccessor(value ?? String(me.id))}
            searchable
            onSearchChange={setText}
            allowDeselect={false}
            error={faults.of('successor')}
            data={[
              { value: String(me.id), label: `${me.name} (you)` },
              ...others.map(({ id, name }) => ({ value: String(id), label: name })),
              { value: nobody, label: 'Nobody' },
            ]}
          />
        )}
        {faults.rest && (
          <p className={classes.fault} role="alert">
            {faults.rest}
          </p>
        )}
      </div>
    </Confirm>
  );
}
