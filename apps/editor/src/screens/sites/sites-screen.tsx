import { ActionIcon, Button, Menu } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDots, IconPencil, IconPlus, IconStar, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type Site } from '../../api';
import cards from '../../parts/cards.module.css';
import { Confirm } from '../../parts/confirm';
import { useFormFaults } from '../../parts/form-faults';
import list from '../../parts/list-screen.module.css';
import { LocaleTag } from '../../parts/marks';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { readableAddress } from '../../parts/words';
import { SettingsBar } from '../../shell/settings-bar';
import { SiteDialog } from './site-dialog';

const icon = { size: 16, stroke: 1.75 };

/** The sites of this installation: where each is to be found, and the page it starts from. */
export function SitesScreen() {
  const queries = useQueryClient();
  const sites = useQuery({ queryKey: queryKeys.sites, queryFn: api.sites.list });
  const [editing, setEditing] = useState<Site | 'new' | null>(null);
  const [removing, setRemoving] = useState<Site | null>(null);
  const faults = useFormFaults([]);
  const can = sites.data?.can;
  useTitle('Sites');
  // Addresses of pages follow from their site.
  const refresh = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: queryKeys.sites });
    await queries.invalidateQueries({ queryKey: queryKeys.pages });
  };
  const remove = (site: Site): void =>
    void faults
      .run(() => api.sites.remove(site.id))
      .then((done) => (done ? refresh().then(() => setRemoving(null)) : undefined));
  return (
    <>
      <SettingsBar path={[{ label: 'Sites', link: { to: '/settings/sites' } }]} />
      <div className={list.scroller}>
        <div className={cards.page}>
          <div className={list.head}>
            <div className={list.headText}>
              <h1>Sites</h1>
              <p className={list.facts}>Each has a host name, and a page that its addresses start from.</p>
            </div>
            {can?.add && (
              <Button variant="filled" leftSection={<IconPlus {...icon} />} onClick={() => setEditing('new')}>
                Add site
              </Button>
            )}
          </div>
          {sites.isError ? (
            <ProblemNote
              error={sites.error}
              what="The sites could not be loaded."
              onRetry={() => void sites.refetch()}
            />
          ) : !sites.data ? (
            <SkeletonRows rows={3} height="84px" />
          ) : sites.data.items.length === 0 ? (
            <Empty>There is no site yet, so pages have no address.</Empty>
          ) : (
            <ul className={cards.cards} aria-label="Sites">
              {sites.data.items.map((site) => (
                <li key={site.id} className={cards.card}>
                  <div>
                    <h2 className={cards.name}>
                      {site.name || site.hostname}
                      {site.isDefault && <span className={cards.tag}>Default</span>}
                    </h2>
                    <p className={cards.facts}>
                      <a href={site.url} target="_blank" rel="noreferrer">
                        {readableAddress(site.url)}
                      </a>
                    </p>
                    <p className={cards.facts}>
                      {site.homes.map((home) => (
                        <span key={home.pageId}>
                          <LocaleTag code={home.locale} />{' '}
                          <Link to="/pages/$pageId" params={{ pageId: String(home.pageId) }}>
                            {home.title}
                          </Link>
                        </span>
                      ))}
                    </p>
                  </div>
                  {(can?.edit || can?.delete) && (
                    <Menu position="bottom-end">
                      <Menu.Target>
                        <ActionIcon aria-label={`Actions for ${site.name || site.hostname}`} title="Actions">
                          <IconDots size={18} stroke={1.75} />
                        </ActionIcon>
                      </Menu.Target>
                      <Menu.Dropdown>
                        {can.edit && (
                          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setEditing(site)}>
                            Change site
                          </Menu.Item>
                        )}
                        {can.edit && !site.isDefault && (
                          <Menu.Item
                            leftSection={<IconStar {...icon} />}
                            onClick={() => void api.sites.save(site.id, { isDefault: true }).then(refresh)}
                          >
                            Make it the default
                          </Menu.Item>
                        )}
                        {can.delete && (
                          <Menu.Item
                            data-danger
                            leftSection={<IconTrash {...icon} />}
                            onClick={() => setRemoving(site)}
                          >
                            Remove site
                          </Menu.Item>
                        )}
                      </Menu.Dropdown>
                    </Menu>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {editing && (
        <SiteDialog site={editing === 'new' ? null : editing} onDone={refresh} onClose={() => setEditing(null)} />
      )}
      {removing && (
        <Confirm
          opened
          danger
          title={`Remove ${removing.name || removing.hostname}?`}
          action="Remove site"
          busy={faults.busy}
          onConfirm={() => remove(removing)}
          onClose={() => setRemoving(null)}
        >
          <p>Its addresses, redirects and settings are gone for good. Its pages stay where they are.</p>
          {faults.rest && <p role="alert">{faults.rest}</p>}
        </Confirm>
      )}
    </>
  );
}
