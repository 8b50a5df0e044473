import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, queryKeys, type UserDetail, type UserWrite } from '../../api';
import { useFormFaults } from '../../parts/form-faults';
import { languages } from '../../parts/languages';
import { zonesWith } from '../../parts/zones';
import { showNote } from '../../parts/undo';
import classes from './user.module.css';

interface Values {
  name: string;
  email: string;
  language: string;
  timeZone: string | null;
  isAdministrator: boolean;
  groupIds: readonly number[];
}
const valuesOf = (user: UserDetail): Values => ({
  name: user.name,
  email: user.email,
  language: user.language,
  timeZone: user.timeZone,
  isAdministrator: user.isAdministrator,
  groupIds: user.groups.map(({ id }) => id),
});
const sorted = (ids: readonly number[]): string => [...ids].sort((a, b) => a - b).join();

/** Only what is different from what is stored, so that two who change different things do not undo each other. */
function changesOf(now: Values, user: UserDetail): UserWrite {
  const before = valuesOf(user);
  const changed = Object.entries(now).filter(([key, value]) =>
    key === 'groupIds' ? sorted(now.groupIds) !== sorted(before.groupIds) : before[key as keyof Values] !== value,
  );
  return Object.fromEntries(changed);
}

/** What they are called, where mail goes, and which groups they are in. */
export function UserForm({ user }: { user: UserDetail }) {
  const queries = useQueryClient();
  const groups = useQuery({ queryKey: queryKeys.groups, queryFn: api.groups.list });
  const [values, setValues] = useState(() => valuesOf(user));
  const faults = useFormFaults(['name', 'email', 'timeZone']);
  const set = (part: Partial<Values>): void => setValues((now) => ({ ...now, ...part }));
  const changes = changesOf(values, user);
  const number = Object.keys(changes).length;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults.run(async () => {
      const saved = await api.users.save(user.id, changes);
      queries.setQueryData(queryKeys.user(user.id), saved);
      setValues(valuesOf(saved));
      showNote(`Saved ${saved.name}.`);
      await queries.invalidateQueries({ queryKey: queryKeys.users });
      await queries.invalidateQueries({ queryKey: queryKeys.groups });
    });
  };
  const locked = !user.can.edit;
  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label="Account">
      {locked && (
        <p className={classes.note}>This account may do things that you may not. Somebody who may has to change it.</p>
      )}
      <TextInput
        label="Name"
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={faults.of('name')}
        disabled={locked}
        autoComplete="off"
      />
      <TextInput
        label="Email"
        type="email"
        description={
          user.emailVerifiedAt
            ? 'They have shown that they read mail there.'
            : 'Nobody has shown yet that they read mail there.'
        }
        value={values.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        error={faults.of('email')}
        disabled={locked}
        autoComplete="off"
      />
      <div className={classes.pair}>
        <Select
          label="Language of mail"
          data={languages}
          value={values.language}
          onChange={(language) => set({ language: language ?? 'en' })}
          allowDeselect={false}
          disabled={locked}
        />
        <Select
          label="Time zone"
          placeholder="That of their device"
          data={zonesWith(values.timeZone ?? 'UTC')}
          value={values.timeZone}
          onChange={(timeZone) => set({ timeZone })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'No time zone' }}
          error={faults.of('timeZone')}
          disabled={locked}
        />
      </div>
      <fieldset className={classes.groups} disabled={locked}>
        <legend>Groups</legend>
        <p>They may do what their groups are granted, all together.</p>
        {(groups.data?.items ?? []).map((group) => (
          <Checkbox
            key={group.id}
            label={group.name}
            checked={values.groupIds.includes(group.id)}
            disabled={locked}
            onChange={(event) =>
              set({
                groupIds: event.currentTarget.checked
                  ? [...values.groupIds, group.id]
                  : values.groupIds.filter((id) => id !== group.id),
              })
            }
          />
        ))}
        {groups.data?.items.length === 0 && <p>There are no groups yet.</p>}
      </fieldset>
      {(user.can.role || user.isAdministrator) && (
        <Checkbox
          label="Administrator"
          description={
            user.can.role
              ? 'May do everything, also make other administrators.'
              : 'May do everything. Nobody changes that about themselves.'
          }
          checked={values.isAdministrator}
          disabled={!user.can.role}
          onChange={(event) => set({ isAdministrator: event.currentTarget.checked })}
        />
      )}
      <div className={classes.foot}>
        {faults.rest && (
          <p className={classes.fault} role="alert">
            {faults.rest}
          </p>
        )}
        {number > 0 && <Button onClick={() => setValues(valuesOf(user))}>Discard</Button>}
        <Button type="submit" variant="filled" disabled={number === 0} loading={faults.busy}>
          {number === 0 ? 'Saved' : `Save ${number} ${number === 1 ? 'change' : 'changes'}`}
        </Button>
      </div>
    </form>
  );
}
