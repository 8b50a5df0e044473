import { Button, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { api } from '../../api';
import { useFormFaults } from '../../parts/form-faults';
import { languages } from '../../parts/languages';
import { showNote } from '../../parts/undo';
import { zonesWith } from '../../parts/zones';
import { useSession, useUser } from '../../session/session';
import classes from './account.module.css';
import { useConfirming } from './confirming';

/** What one is called, where mail goes, and in which language. */
export function ProfileSection() {
  const user = useUser();
  const { updateUser } = useSession();
  const [name, setName] = useState(user.name);
  const [email, setEmail] = useState(user.email);
  const [language, setLanguage] = useState(user.language);
  const [timeZone, setTimeZone] = useState(user.timeZone);
  const faults = useFormFaults(['name', 'timeZone']);
  const { run, dialog } = useConfirming();
  const changed = name !== user.name || language !== user.language || timeZone !== user.timeZone;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void faults.run(async () => {
      updateUser(await api.me.save({ name, language, timeZone }));
      showNote('Saved.');
    });
  };
  const ask = (): void =>
    void run(async () => {
      await api.me.askForEmail(email.trim());
      showNote(`A link is on its way to ${email.trim()}. Nothing changes before you use it.`);
    });
  const moved = email.trim() !== user.email;
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faults.of('name')}
        autoComplete="name"
      />
      <div className={classes.beside}>
        <TextInput
          label="Email"
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoComplete="email"
        />
        {(moved || !user.emailVerified) && (
          <Button onClick={ask} disabled={!email.trim()}>
            {moved ? 'Change address' : 'Prove it is yours'}
          </Button>
        )}
      </div>
      <div className={classes.pair}>
        <Select
          label="Language of mail"
          data={languages}
          value={language}
          onChange={(value) => setLanguage((value ?? 'en') as typeof language)}
          allowDeselect={false}
        />
        <Select
          label="Time zone"
          placeholder="That of this device"
          data={zonesWith(timeZone ?? 'UTC')}
          value={timeZone}
          onChange={setTimeZone}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': 'That of this device' }}
          error={faults.of('timeZone')}
        />
      </div>
      <div className={classes.foot}>
        {faults.rest && (
          <p role="alert" className={classes.problem}>
            {faults.rest}
          </p>
        )}
        <Button type="submit" variant="filled" disabled={!changed} loading={faults.busy}>
          {changed ? 'Save' : 'Saved'}
        </Button>
      </div>
      {dialog}
    </form>
  );
}
