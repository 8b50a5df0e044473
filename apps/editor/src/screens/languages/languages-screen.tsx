import { ActionIcon, Button, Menu } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, queryKeys, type Locale, type TranslationProgress } from '../../api';
import cards from '../../parts/cards.module.css';
import { Confirm } from '../../parts/confirm';
import { useFormFaults } from '../../parts/form-faults';
import list from '../../parts/list-screen.module.css';
import { LocaleTag } from '../../parts/marks';
import { ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { count } from '../../parts/words';
import { SettingsBar } from '../../shell/settings-bar';
import { LanguageDialog } from './language-dialog';

const icon = { size: 16, stroke: 1.75 };

/** How much of what is written in other languages is there in this one. */
function Progress({ progress }: { progress: TranslationProgress }) {
  const { pages, missing, alias, outdated, locale } = progress;
  if (pages === 0) return null;
  const there = pages - missing - alias;
  return (
    <>
      <p className={cards.facts}>
        <Link to="/reports/translations" search={{ locale }}>
          {there} of {count(pages, 'page')} translated
          {outdated > 0 && `, ${outdated} older than ${outdated === 1 ? 'its source' : 'their source'}`}
        </Link>
      </p>
      <div className={cards.bar} aria-hidden>
        <span style={{ width: `${(there / pages) * 100}%` }} />
      </div>
    </>
  );
}

/** The languages of content, how far each is, and what readers get instead of it. */
export function LanguagesScreen() {
  const queries = useQueryClient();
  const locales = useQuery({ queryKey: queryKeys.locales, queryFn: api.locales.list });
  const progress = useQuery({ queryKey: queryKeys.translationProgress, queryFn: api.translations.progress });
  const [editing, setEditing] = useState<Locale | 'new' | null>(null);
  const [removing, setRemoving] = useState<Locale | null>(null);
  const faults = useFormFaults([]);
  const items = locales.data?.items ?? [];
  const can = locales.data?.can;
  const nameOf = (code: string): string => items.find((item) => item.code === code)?.name ?? code;
  useTitle('Languages');
  const refresh = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: queryKeys.locales });
    await queries.invalidateQueries({ queryKey: queryKeys.pages });
  };
  const remove = (locale: Locale): void =>
    void faults
      .run(() => api.locales.remove(locale.id))
      .then((done) => (done ? refresh().then(() => setRemoving(null)) : undefined));
  return (
    <>
      <SettingsBar path={[{ label: 'Languages', link: { to: '/settings/languages' } }]} />
      <div className={list.scroller}>
        <div className={cards.page}>
          <div className={list.head}>
            <div className={list.headText}>
              <h1>Languages</h1>
              <p className={list.facts}>Content is written in these. Each has a tree of pages of its own.</p>
            </div>
            {can?.add && (
              <Button variant="filled" leftSection={<IconPlus {...icon} />} onClick={() => setEditing('new')}>
                Add language
              </Button>
            )}
          </div>
          {locales.isError ? (
            <ProblemNote
              error={locales.error}
              what="The languages could not be loaded."
              onRetry={() => void locales.refetch()}
            />
          ) : !locales.data ? (
            <SkeletonRows rows={3} height="84px" />
          ) : (
            <ul className={cards.cards} aria-label="Languages">
              {items.map((locale) => {
                const own = progress.data?.items.find((each) => each.locale === locale.code);
                return (
                  <li key={locale.id} className={cards.card}>
                    <div>
                      <h2 className={cards.name}>
                        <span lang={locale.code}>{locale.name}</span>
                        <LocaleTag code={locale.code} name={locale.name} />
                        {locale.isDefault && <span className={cards.tag}>Default</span>}
                      </h2>
                      <p className={cards.facts}>
                        {locale.fallback
                          ? `Readers get ${nameOf(locale.fallback)} instead.`
                          : 'Readers get nothing instead.'}
                      </p>
                      {own && <Progress progress={own} />}
                    </div>
                    {(can?.edit || can?.delete) && (
                      <Menu position="bottom-end">
                        <Menu.Target>
                          <ActionIcon aria-label={`Actions for ${locale.name}`} title="Actions">
                            <IconDots size={18} stroke={1.75} />
                          </ActionIcon>
                        </Menu.Target>
                        <Menu.Dropdown>
                          {can.edit && (
                            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setEditing(locale)}>
                              Change language
                            </Menu.Item>
                          )}
                          {can.delete && !locale.isDefault && (
                            <Menu.Item
                              data-danger
                              leftSection={<IconTrash {...icon} />}
                              onClick={() => setRemoving(locale)}
                            >
                              Remove language
                            </Menu.Item>
                          )}
                        </Menu.Dropdown>
                      </Menu>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </div>
      </div>
      {editing && (
        <LanguageDialog
          language={editing === 'new' ? null : editing}
          all={items}
          onDone={refresh}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && (
        <Confirm
          opened
          danger
          title={`Remove ${removing.name}?`}
          action="Remove language"
          busy={faults.busy}
          onConfirm={() => remove(removing)}
          onClose={() => setRemoving(null)}
        >
          <p>It can go only while no page is written in it, not even one in the trash.</p>
          {faults.rest && <p role="alert">{faults.rest}</p>}
        </Confirm>
      )}
    </>
  );
}
