import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import type { Locale, PageDetail } from '../../api';
import { StateMark } from '../../parts/marks';
import { wordsOfState } from '../../parts/words';
import { useLocales } from '../site-data';
import classes from './language-bar.module.css';
import { TranslateDialog } from './translate-dialog';

/** The page in its other languages: where each is, and the way there or to a translation. Null where there is one. */
export function useLanguageSwitch(page: PageDetail): ReactNode {
  const locales = useLocales();
  return useMemo(
    () => (locales.length > 1 ? <LanguageSwitch page={page} locales={locales} /> : undefined),
    [page, locales],
  );
}

function LanguageSwitch({ page, locales }: { page: PageDetail; locales: readonly Locale[] }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const inLocale = (code: string) => page.translations.find(({ locale }) => locale === code);
  const own = locales.find(({ code }) => code === page.locale);
  const others = locales.filter((locale) => locale !== own);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <UnstyledButton className={classes.current} aria-label={`Languages: ${own?.name ?? page.locale} shown`}>
            {[page.locale, ...others.slice(0, 5).map(({ code }) => code)].map((code) => {
              const there = inLocale(code);
              return (
                <span
                  key={code}
                  className={classes.tag}
                  data-current={code === page.locale || undefined}
                  data-missing={(there === undefined || there.isAlias) && code !== page.locale ? true : undefined}
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
            const there = inLocale(code);
            if (there && (!there.isAlias || there.id === page.id)) {
              return (
                <Menu.Item
                  key={code}
                  component={Link}
                  {...({ to: '/pages/$pageId/edit', params: { pageId: String(there.id) } } as object)}
                  leftSection={<StateMark state={there.state} silent />}
                  rightSection={there.id === page.id ? <IconCheck size={16} stroke={1.75} aria-label="Shown" /> : null}
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
      {wanted && <TranslateDialog page={page} wanted={[wanted]} goThere onClose={() => setWanted(null)} />}
    </>
  );
}

/** What a translation has to say of itself: that it is older than its source, and what it shares. */
export function TranslationNotes({ page }: { page: PageDetail }) {
  const locales = useLocales();
  const { shared, translations } = page;
  const isOutdated = translations.some(({ id, isOutdated: older }) => id === page.id && older);
  const isShared = shared !== null && shared.fields.length > 0;
  if (!isOutdated && !isShared) return null;
  const source = shared?.source;
  return (
    <p className={classes.notes}>
      {isOutdated && <span className={classes.outdated}>Its source was published after it. </span>}
      {isShared && (
        <>
          Some fields are the same in all languages
          {source && (
            <>
              {' and edited in '}
              <Link to="/pages/$pageId/edit" params={{ pageId: String(source.id) }}>
                {locales.find(({ code }) => code === source.locale)?.name ?? source.locale}
              </Link>
            </>
          )}
          .
        </>
      )}
    </p>
  );
}
