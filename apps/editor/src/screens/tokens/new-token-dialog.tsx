import { Button, Checkbox, Modal, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, ApiProblem, queryKeys } from '../../api';
import { nameWords } from '../groups/permission-words';
import { describeProblem } from '../../parts/states';
import classes from '../users/users.module.css';

const day = 86_400_000;
const lives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'never', label: 'For ever' },
];

interface NewTokenDialogProps {
  /** Asks for the password once more where that is needed. */
  run: (work: () => Promise<unknown>) => Promise<void>;
  onClose: () => void;
  onMade: (secret: string) => void;
}

/** Says what a program may open, from where, and for how long. */
export function NewTokenDialog({ run, onClose, onMade }: NewTokenDialogProps) {
  const held = useQuery({ queryKey: queryKeys.permissions, queryFn: api.auth.permissions });
  const [name, setName] = useState('');
  const [delivery, setDelivery] = useState(true);
  const [preview, setPreview] = useState(false);
  const [permissions, setPermissions] = useState<string[]>([]);
  const [origins, setOrigins] = useState<string[]>([]);
  const [networks, setNetworks] = useState<string[]>([]);
  const [life, setLife] = useState('90');
  const [error, setError] = useState<ApiProblem | null>(null);
  const faultOf = (field: string): string | undefined =>
    error?.errors.find(({ path }) => path === `/${field}` || path.startsWith(`/${field}/`))?.message;
  const known = error !== null && ['name', 'permissions', 'origins', 'networks'].some((field) => faultOf(field));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setError(null);
    const expiresAt = life === 'never' ? null : new Date(Date.now() + Number(life) * day).toISOString();
    void run(async () => {
      try {
        onMade(
          (await api.tokens.create({ name, delivery, preview, permissions, origins, networks, expiresAt })).secret,
        );
      } catch (problem) {
        if (!(problem instanceof ApiProblem) || problem.code === 'confirmation_needed') throw problem;
        setError(problem);
      }
    });
  };
  return (
    <Modal opened onClose={onClose} size={520} title="Add a token" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label="Name"
          description="Which program it is for."
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={faultOf('name')}
          data-autofocus
        />
        <Checkbox
          label="Content API"
          description="What readers may see."
          checked={delivery}
          onChange={(event) => setDelivery(event.currentTarget.checked)}
        />
        <Checkbox
          label="Drafts"
          description="What is not published yet, as far as you may see it."
          checked={preview}
          onChange={(event) => setPreview(event.currentTarget.checked)}
        />
        <MultiSelect
          label="Management API"
          description="Of what you may do, this. If you may less one day, so may the token."
          data={(held.data?.items ?? []).map((value) => ({ value, label: nameWords(value) }))}
          value={permissions}
          onChange={setPermissions}
          searchable
          placeholder={permissions.length === 0 ? 'Nothing' : ''}
          error={faultOf('permissions')}
        />
        <TagsInput
          label="Pages it is sent from"
          description="For frontends in a browser. Empty: from anywhere."
          placeholder={origins.length === 0 ? 'https://www.example.org' : ''}
          value={origins}
          onChange={setOrigins}
          error={faultOf('origins')}
        />
        <TagsInput
          label="Networks it is sent from"
          description="Empty: from anywhere."
          placeholder={networks.length === 0 ? '192.0.2.0/24' : ''}
          value={networks}
          onChange={setNetworks}
          error={faultOf('networks')}
        />
        <Select
          label="Good for"
          data={lives}
          value={life}
          onChange={(value) => setLife(value ?? '90')}
          allowDeselect={false}
        />
        <div className={classes.foot}>
          {error && !known && (
            <p className={classes.fault} role="alert">
              {describeProblem(error)}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="filled"
            disabled={!name.trim() || (!delivery && !preview && permissions.length === 0)}
          >
            Add token
          </Button>
        </div>
      </form>
    </Modal>
  );
}
