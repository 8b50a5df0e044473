import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PageDetail } from '../../api';
import { StateMark } from '../../parts/marks';
import { wordsOfState } from '../../parts/words';
import { useLocales } from '../site-data';
import classes from './language-bar.module.css';
import { TranslateDialog } from './translate-dialog';

/** The page in its other languages: where each is, and the way there or to a translation. */
export function LanguageBar({ page }: { page: PageDetail }) {
  const locales = useLocales();
  const [wanted, setWanted] = useState<string | null>(null);
  if (locales.length < 2) return null;
  const source = page.shared?.source;
  const mine = page.translations.find(({ id }) => id === page.id);
  const nameOf = (code: string): string => locales.find((locale) => locale.code === code)?.name ?? code;
  return (
    <>
      <div className={classes.bar}>
        <Menu position="bottom-start">
          <Menu.Target>
            <UnstyledButton className={classes.current} aria-label={`Languages: ${nameOf(page.locale)} shown`}>
              <span className={classes.tag} data-current data-outdated={mine?.isOutdated || undefined}>
                {page.locale.toUpperCase()}
              </span>
              {locales
                .filter(({ code }) => code !== page.locale)
                .slice(0, 6)
                .map(({ code }) => {
                  const there = page.translations.find(({ locale }) => locale === code);
                  return (
                    <span
                      key={code}
                      className={classes.tag}
                      data-missing={there === undefined || there.isAlias || undefined}
                      data-outdated={there?.isOutdated || undefined}
                    >
                      {code.toUpperCase()}
                    </span>
                  );
                })}
              <IconChevronDown size={14} stroke={1.75} aria-hidden />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>This page in other languages</Menu.Label>
            {locales.map(({ code, name }) => {
              const there = page.translations.find(({ locale }) => locale === code);
              if (there && (!there.isAlias || there.id === page.id)) {
                return (
                  <Menu.Item
                    key={code}
                    component={Link}
                    {...({ to: '/pages/$pageId/edit', params: { pageId: String(there.id) } } as object)}
                    leftSection={<StateMark state={there.state} silent />}
                    rightSection={
                      there.id === page.id ? <IconCheck size={16} stroke={1.75} aria-label="Shown" /> : null
                    }
                  >
                    {name}
                    <span className={classes.state}>
                      {wordsOfState(there.state)}
                      {there.isOutdated && ', older than its source'}
                    </span>
                  </Menu.Item>
                );
              }
              return (
                <Menu.Item
                  key={code}
                  leftSection={<IconPlus size={16} stroke={1.75} />}
                  disabled={!page.can.translate}
                  onClick={() => setWanted(code)}
                >
                  {name}
                  <span className={classes.state}>{there ? 'Shown in its own language' : 'Not there'} · Translate</span>
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
        {mine?.isOutdated && <span className={classes.outdated}>Its source was published after it.</span>}
        {page.shared && page.shared.fields.length > 0 && (
          <span className={classes.shared}>
            Some fields are the same in all languages
            {source && (
              <>
                {' and edited in '}
                <Link to="/pages/$pageId/edit" params={{ pageId: String(source.id) }}>
                  {nameOf(source.locale)}
                </Link>
              </>
            )}
            .
          </span>
        )}
      </div>
      {wanted && <TranslateDialog page={page} wanted={[wanted]} goThere onClose={() => setWanted(null)} />}
    </>
  );
}
