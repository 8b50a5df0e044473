import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem, type Collection } from '../../../api';
import confirm from '../../../parts/confirm.module.css';
import { describeProblem } from '../../../parts/states';
import { Dialog } from '../../../parts/dialog';
import classes from './collections.module.css';
import { placesFor } from './places-for';

interface CollectionDialogProps {
  title: string;
  /** Verb and thing, as on the button. */
  action: string;
  collections: readonly Collection[];
  /** What is renamed or moved; it can’t lie inside of itself. */
  of?: Collection;
  start: { name: string; parentId: number };
  /** Which of both is asked first. */
  first: 'name' | 'parentId';
  save: (wish: { name: string; parentId: number }) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the name of a collection and for its place in the tree. */
export function CollectionDialog(props: CollectionDialogProps) {
  const { title, action, collections, of, start, first, save, onClose } = props;
  const [name, setName] = useState(start.name);
  const [parentId, setParentId] = useState(start.parentId);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fault = (path: string): string | undefined =>
    error instanceof ApiProblem ? error.errors.find((one) => one.path === path)?.message : undefined;
  const known = fault('/name') ?? fault('/parentId');
  const submit = (): void => {
    setBusy(true);
    setError(null);
    save({ name: name.trim(), parentId }).then(onClose, (problem: unknown) => {
      setError(problem);
      setBusy(false);
    });
  };
  return (
    <Dialog onClose={onClose} title={title} size={480}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          label="Name"
          value={name}
          error={fault('/name')}
          {...(first === 'name' ? { 'data-autofocus': true } : {})}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <Select
          label="Inside of"
          allowDeselect={false}
          searchable
          value={String(parentId)}
          error={fault('/parentId')}
          data={placesFor(collections, of)}
          {...(first === 'parentId' ? { 'data-autofocus': true } : {})}
          onChange={(id) => {
            if (id) setParentId(Number(id));
          }}
        />
        {error !== null && !known && (
          <p className={classes.problem} role="alert">
            {describeProblem(error)}
          </p>
        )}
        <div className={confirm.foot}>
          <span className={confirm.space} />
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={!name.trim()}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
