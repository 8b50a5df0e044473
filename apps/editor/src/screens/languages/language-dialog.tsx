import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../../parts/dialog';
import { api, type Locale } from '../../api';
import classes from '../../parts/cards.module.css';
import { useFormFaults } from '../../parts/form-faults';

interface LanguageDialogProps {
  /** Null for a new one. */
  language: Locale | null;
  all: readonly Locale[];
  onDone: () => Promise<void>;
  onClose: () => void;
}
const fields = ['code', 'name', 'fallback', 'isDefault'];

/** What a language calls itself: `de` is Deutsch; nothing while the code is none. */
function ownName(code: string): string {
  try {
    return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? '';
  } catch {
    return '';
  }
}

/** A language's code and name, and what readers get instead of it. */
export function LanguageDialog({ language, all, onDone, onClose }: LanguageDialogProps) {
  const [code, setCode] = useState(language?.code ?? '');
  const [name, setName] = useState(language?.name ?? '');
  const [fallback, setFallback] = useState(language?.fallback ?? null);
  const [isDefault, setDefault] = useState(language?.isDefault ?? false);
  const faults = useFormFaults(fields);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const values = { code, name, fallback, isDefault };
    void faults
      .run(() => (language ? api.locales.save(language.id, values) : api.locales.create(values)))
      .then((done) => (done ? onDone().then(onClose) : undefined));
  };
  return (
    <Dialog onClose={onClose} size={480} title={language ? `Change ${language.name}` : 'Add a language'}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <div className={classes.row}>
          <TextInput
            label="Name"
            placeholder={code.trim() ? ownName(code.trim()) : 'As it calls itself'}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={faults.of('name')}
          />
          <TextInput
            label="Code"
            placeholder="pt-BR"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={faults.of('code')}
            autoCapitalize="none"
            spellCheck={false}
            required
            data-autofocus
          />
        </div>
        <Select
          label="What readers get instead"
          description="Where a page is not there in this language, if the website asks for it."
          placeholder="Nothing"
          data={all.filter(({ id }) => id !== language?.id).map((each) => ({ value: each.code, label: each.name }))}
          value={fallback}
          onChange={setFallback}
          error={faults.of('fallback')}
          clearable
          clearButtonProps={{ 'aria-label': 'Nothing' }}
        />
        <Checkbox
          label="Default language"
          description="New pages at the top of the tree are written in it."
          checked={isDefault}
          disabled={language?.isDefault ?? false}
          onChange={(event) => setDefault(event.currentTarget.checked)}
          error={faults.of('isDefault')}
        />
        <div className={classes.foot}>
          {faults.rest && (
            <p className={classes.fault} role="alert">
              {faults.rest}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" loading={faults.busy} disabled={code.trim() === ''}>
            {language ? 'Save language' : 'Add language'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
