import { Switch } from '@mantine/core';
import type { PermissionRow } from '../../api';
import classes from './group.module.css';
import { subjectsOf, subjectWords } from './permission-words';
import type { Grants } from './use-grants';

/** Permissions that are about the installation as a whole: granted or not. */
export function SwitchList({
  items,
  grants,
  locked,
}: {
  items: readonly PermissionRow[];
  grants: Grants;
  locked: boolean;
}) {
  const subjects = subjectsOf(items);
  return (
    <div className={classes.switches}>
      {subjects.map((subject) => (
        <fieldset key={subject}>
          <legend>{subjectWords(subject)}</legend>
          {items
            .filter((item) => item.subject === subject)
            .map(({ name, label, grantable }) => {
              const grant = { permission: name, scope: { kind: 'everywhere' as const } };
              return (
                <Switch
                  key={name}
                  label={label}
                  checked={grants.has(grant)}
                  disabled={locked || grantable !== 'everywhere'}
                  onChange={(event) => grants.set(grant, event.currentTarget.checked)}
                />
              );
            })}
        </fieldset>
      ))}
    </div>
  );
}
