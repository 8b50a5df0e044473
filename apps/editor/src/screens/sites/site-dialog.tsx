import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../../parts/dialog';
import { api, queryKeys, type Site } from '../../api';
import { PageChooser } from '../../choosers';
import classes from '../../parts/cards.module.css';
import { useFormFaults } from '../../parts/form-faults';

interface SiteDialogProps {
  /** Null for a new one. */
  site: Site | null;
  onDone: () => Promise<void>;
  onClose: () => void;
}
const fields = ['hostname', 'port', 'name', 'rootPageId', 'isDefault'];

/** A site's address, name and home page. */
export function SiteDialog({ site, onDone, onClose }: SiteDialogProps) {
  const [name, setName] = useState(site?.name ?? '');
  const [hostname, setHostname] = useState(site?.hostname ?? '');
  const [port, setPort] = useState<number | string>(site?.port ?? 443);
  const [rootPageId, setRootPageId] = useState(site?.rootPageId ?? null);
  const [isDefault, setDefault] = useState(site?.isDefault ?? false);
  const [choosing, setChoosing] = useState(false);
  const faults = useFormFaults(fields);
  const root = useQuery({
    queryKey: queryKeys.page(rootPageId ?? 0),
    queryFn: () => api.pages.get(rootPageId ?? 0),
    enabled: rootPageId !== null,
  });
  const moves = site !== null && rootPageId !== site.rootPageId;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (rootPageId === null) return;
    const values = { name, hostname, port: Number(port), rootPageId, isDefault };
    void faults
      .run(() => (site ? api.sites.save(site.id, values) : api.sites.create(values)))
      .then((done) => (done ? onDone().then(onClose) : undefined));
  };
  return (
    <Dialog onClose={onClose} size={520} title={site ? `Change ${site.name || site.hostname}` : 'Add a site'}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label="Name"
          description="What people who work here call it."
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={faults.of('name')}
          data-autofocus
        />
        <div className={classes.row}>
          <TextInput
            label="Host name"
            placeholder="www.example.org"
            value={hostname}
            onChange={(event) => setHostname(event.currentTarget.value)}
            error={faults.of('hostname')}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <NumberInput
            label="Port"
            value={port}
            onChange={setPort}
            error={faults.of('port')}
            min={1}
            max={65_535}
            allowDecimal={false}
            hideControls
          />
        </div>
        <div>
          <p className={classes.label} id="site-home">
            Home page
          </p>
          <div className={classes.pick} role="group" aria-labelledby="site-home">
            <span className="cut">{rootPageId === null ? 'None chosen yet' : (root.data?.title ?? '…')}</span>
            <Button size="xs" onClick={() => setChoosing(true)}>
              {rootPageId === null ? 'Choose page' : 'Choose another'}
            </Button>
          </div>
          {faults.of('rootPageId') && <p className={classes.fault}>{faults.of('rootPageId')}</p>}
          {moves && (
            <p className={classes.facts}>
              Every page of the site gets another address. The addresses they have now lead to the new ones.
            </p>
          )}
        </div>
        <Checkbox
          label="Default site"
          description="Answers for host names that no site has."
          checked={isDefault}
          disabled={site?.isDefault ?? false}
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
          <Button
            type="submit"
            variant="filled"
            loading={faults.busy}
            disabled={hostname.trim() === '' || rootPageId === null}
          >
            {site ? 'Save site' : 'Add site'}
          </Button>
        </div>
      </form>
      {choosing && (
        <PageChooser
          title="Choose the home page"
          types={null}
          selected={rootPageId}
          onChoose={(page) => {
            setRootPageId(page.id);
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </Dialog>
  );
}
