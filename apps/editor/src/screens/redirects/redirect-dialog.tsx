import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog';
import { api, ApiProblem, type RedirectRow } from '../../api';
import { PageChooser } from '../../choosers';
import { describeProblem } from '../../parts/states';
import { showNote } from '../../parts/undo';
import { useSites } from '../site-data';
import classes from './redirects.module.css';

const EVERY_SITE = 'all';

interface Chosen {
  id: number;
  title: string;
}

/** Makes or changes a redirect. */
export function RedirectDialog({
  redirect,
  onClose,
  onSaved,
}: {
  /** Null for a new one. */
  redirect: RedirectRow | null;
  onClose: () => void;
  onSaved: () => void;
}) {
  const sites = useSites();
  const [oldPath, setOldPath] = useState(redirect?.oldPath ?? '');
  const [kind, setKind] = useState<'page' | 'link'>(redirect && !redirect.page ? 'link' : 'page');
  const [page, setPage] = useState<Chosen | null>(
    redirect?.page ? { id: redirect.page.id, title: redirect.page.title ?? 'A page you may not see' } : null,
  );
  const [link, setLink] = useState(redirect?.link ?? '');
  const [site, setSite] = useState(redirect?.site ? String(redirect.site.id) : EVERY_SITE);
  const [permanent, setPermanent] = useState(redirect?.isPermanent ?? true);
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});

  const submit = (): void => {
    setBusy(true);
    setFaults({});
    const toPage = kind === 'page';
    const body = {
      oldPath,
      siteId: site === EVERY_SITE ? null : Number(site),
      pageId: toPage ? (page?.id ?? null) : null,
      link: toPage ? '' : link,
      ...(toPage ? {} : { pageRoutePath: '' }),
      isPermanent: permanent,
    };
    const saved = redirect?.id ? api.redirects.save(redirect.id, body) : api.redirects.create(body);
    saved
      .then(({ oldPath: path, warnings }) => {
        showNote([`${path} leads elsewhere now.`, ...warnings.map(({ message }) => message)].join(' '));
        onSaved();
        onClose();
      })
      .catch((error: unknown) => setFaults(faultsOf(error)))
      .finally(() => setBusy(false));
  };
  const targetFault = faults['/pageId'] ?? faults['/link'];
  return (
    <Dialog onClose={onClose} size={560} title={redirect ? 'Change the redirect' : 'Add a redirect'}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          label="From"
          description="The former address: a path, or a whole address of which the path counts."
          placeholder="/old/page"
          value={oldPath}
          onChange={(event) => setOldPath(event.currentTarget.value)}
          error={faults['/oldPath']}
          data-autofocus
        />
        <div>
          <p className={classes.label} id="redirect-to">
            To
          </p>
          <SegmentedControl
            aria-labelledby="redirect-to"
            value={kind}
            onChange={(value) => setKind(value as 'page' | 'link')}
            data={[
              { value: 'page', label: 'A page' },
              { value: 'link', label: 'An address' },
            ]}
            mb={8}
          />
          {kind === 'page' ? (
            <div className={classes.target}>
              <span className="cut">{page ? page.title : 'No page chosen'}</span>
              <Button onClick={() => setChoosing(true)} leftSection={<IconSitemap size={16} stroke={1.75} />}>
                {page ? 'Choose another page' : 'Choose a page'}
              </Button>
            </div>
          ) : (
            <TextInput
              aria-label="Address it leads to"
              placeholder="/new/page or https://example.org"
              value={link}
              onChange={(event) => setLink(event.currentTarget.value)}
            />
          )}
          {targetFault && (
            <p className={classes.fault} role="alert">
              {targetFault}
            </p>
          )}
        </div>
        <div className={classes.row}>
          <Select
            label="Site"
            value={site}
            onChange={(value) => setSite(value ?? EVERY_SITE)}
            allowDeselect={false}
            error={faults['/siteId']}
            data={[
              { value: EVERY_SITE, label: 'Every site' },
              ...sites.map(({ id, name, hostname }) => ({ value: String(id), label: name || hostname })),
            ]}
          />
          <Select
            label="How long"
            value={permanent ? 'permanent' : 'temporary'}
            onChange={(value) => setPermanent(value !== 'temporary')}
            allowDeselect={false}
            data={[
              { value: 'permanent', label: 'For good (301)' },
              { value: 'temporary', label: 'For now (302)' },
            ]}
          />
        </div>
        {faults[''] && (
          <p className={classes.fault} role="alert">
            {faults['']}
          </p>
        )}
        <div className={classes.foot}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" loading={busy}>
            {redirect ? 'Save redirect' : 'Add redirect'}
          </Button>
        </div>
      </form>
      {choosing && (
        <PageChooser
          types={null}
          selected={page?.id ?? null}
          onChoose={(chosen) => {
            setPage({ id: chosen.id, title: chosen.title });
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </Dialog>
  );
}

/** What is wrong, by the member of the request; under the empty name what is about none. */
function faultsOf(error: unknown): Record<string, string> {
  const errors = error instanceof ApiProblem ? (error.body.errors ?? []) : [];
  if (errors.length === 0) return { '': describeProblem(error) };
  return Object.fromEntries(errors.map(({ path, message }) => [path, message]));
}
