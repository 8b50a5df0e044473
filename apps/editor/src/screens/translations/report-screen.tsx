import { Button, Select } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { api, queryKeys, type MissingTranslation, type PageRow } from '../../api';
import { nextOffset } from '../../parts/next-offset';
import list from '../../parts/list-screen.module.css';
import { LocaleTag } from '../../parts/marks';
import { ShowMore } from '../../parts/show-more';
import { Empty, ProblemNote, SkeletonRows } from '../../parts/states';
import { useTitle } from '../../parts/title';
import { count } from '../../parts/words';
import { SettingsBar } from '../../shell/settings-bar';
import { useContentTypes } from '../site-data';
import { gaps, wordsOfGap, type ReportSearch } from './report-search';
import classes from './report.module.css';
import { TranslateDialog } from './translate-dialog';

const route = getRouteApi('/reports/translations');
const chunk = 50;

/** Which pages a language lacks, or has in an older form. */
export function TranslationsRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const types = useContentTypes().filter(({ category }) => category === 'page');
  const [translating, setTranslating] = useState<PageRow | null>(null);
  const progress = useQuery({ queryKey: queryKeys.translationProgress, queryFn: api.translations.progress });
  const languages = progress.data?.items ?? [];
  const lacking = (each: (typeof languages)[number]): number => each.missing + each.alias + each.draft + each.outdated;
  const current =
    languages.find(({ locale }) => locale === search.locale) ??
    languages.find((each) => lacking(each) > 0) ??
    languages[languages.length - 1];
  const { gap, type, below } = search;
  const query = {
    locale: current?.locale ?? '',
    ...(gap ? { gaps: gap } : {}),
    ...(type ? { type } : {}),
    ...(below ? { below } : {}),
    limit: chunk,
  };
  const report = useInfiniteQuery({
    queryKey: queryKeys.missingTranslations(query),
    queryFn: ({ pageParam, signal }) => api.translations.missing({ ...query, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
    enabled: current !== undefined,
    placeholderData: keepPreviousData,
  });
  useTitle('Translations');
  const change = (next: Partial<ReportSearch>): void =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const rows = report.data?.pages.flatMap((part) => part.items) ?? [];
  const total = report.data?.pages[0]?.total ?? 0;
  const filtered = Boolean(gap ?? type ?? below);
  return (
    <>
      <SettingsBar path={[{ label: 'Translations', link: { to: '/reports/translations' } }]} />
      <div className={list.scroller}>
        <div className={classes.page}>
          <div className={list.head}>
            <div className={list.headText}>
              <h1>Translations</h1>
              <p className={list.facts}>Pages that a language lacks, or has in an older form.</p>
            </div>
          </div>
          <div className={list.views} role="group" aria-label="Language">
            {languages.map((each) => (
              <button
                key={each.locale}
                type="button"
                aria-pressed={each === current}
                onClick={() => change({ locale: each.locale })}
              >
                {each.name} <b>{lacking(each)}</b>
              </button>
            ))}
          </div>
          <div className={`${list.bar} ${classes.bar}`}>
            <Select
              className={classes.choice!}
              aria-label="What is lacking"
              placeholder="Everything lacking"
              data={gaps.map((each) => ({ value: each, label: wordsOfGap(each) }))}
              value={gap ?? null}
              onChange={(value) => change({ gap: gaps.find((each) => each === value) })}
              clearable
              clearButtonProps={{ 'aria-label': 'Everything lacking' }}
            />
            <Select
              className={classes.choice!}
              aria-label="Kind of page"
              placeholder="All kinds of pages"
              data={types.map(({ name, label }) => ({ value: name, label }))}
              value={type ?? null}
              onChange={(value) => change({ type: value ?? undefined })}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': 'All kinds of pages' }}
            />
            {below && (
              <button type="button" className={list.chip} data-on onClick={() => change({ below: undefined })}>
                Below one page <IconX size={15} stroke={1.75} aria-label="Remove this filter" />
              </button>
            )}
            <span className={list.space} />
            <span className={classes.total}>{report.data && count(total, 'page')}</span>
          </div>
          {progress.isError || report.isError ? (
            <ProblemNote
              error={progress.error ?? report.error}
              what="The report could not be loaded."
              onRetry={() => void Promise.all([progress.refetch(), report.refetch()])}
            />
          ) : report.isPending ? (
            <SkeletonRows />
          ) : rows.length === 0 ? (
            <Empty
              action={
                filtered && (
                  <Button onClick={() => void navigate({ search: { locale: search.locale } })}>Show all</Button>
                )
              }
            >
              {filtered ? 'No page fits these filters.' : `Everything is there in ${current?.name ?? 'this language'}.`}
            </Empty>
          ) : (
            <ul className={classes.rows} aria-label={`What ${current?.name ?? ''} lacks`}>
              {rows.map((row) => (
                <Line key={row.page.id} row={row} onTranslate={() => setTranslating(row.page)} />
              ))}
            </ul>
          )}
          <ShowMore found={report}>Show more pages</ShowMore>
        </div>
      </div>
      {translating && (
        <TranslateDialog
          page={translating}
          wanted={current ? [current.locale] : []}
          onClose={() => setTranslating(null)}
        />
      )}
    </>
  );
}

function Line({ row: { page, gap, translation }, onTranslate }: { row: MissingTranslation; onTranslate: () => void }) {
  const isMissing = gap === 'missing' || gap === 'alias';
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/pages/$pageId/edit" params={{ pageId: String(page.id) }} className={`cut ${classes.title}`}>
          {page.title}
        </Link>
        <span className={`cut ${classes.sub}`}>
          <LocaleTag code={page.locale} /> {page.typeLabel}
          {page.urlPath && ` · ${page.urlPath}`}
        </span>
      </div>
      <span className={classes.gap} data-gap={gap}>
        {wordsOfGap(gap)}
      </span>
      {isMissing ? (
        page.can.translate && (
          <Button size="xs" onClick={onTranslate} aria-label={`Translate ${page.title}`}>
            Translate
          </Button>
        )
      ) : (
        <Button
          size="xs"
          component={Link}
          {...({ to: '/pages/$pageId/edit', params: { pageId: String(translation?.id ?? page.id) } } as object)}
          aria-label={`Open the translation of ${page.title}`}
        >
          Open
        </Button>
      )}
    </li>
  );
}
