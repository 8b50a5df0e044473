import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { IconHome, IconPhoto, IconSettings, IconSitemap, IconStack2, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { api, queryKeys, type ContentTypeSummary, type SettingsSummary } from '../api';
import { when } from '../parts/dates';
import { LocaleTag, StateMark } from '../parts/marks';
import { TypeIcon } from '../parts/type-icon';
import { stateOfRow } from '../parts/words';
import { useLocales } from '../screens/site-data';
import { useRecordTypes } from '../screens/records/record-types';
import { useSettingsTypes } from '../screens/settings/settings-data';
import classes from './palette.module.css';

export type PaletteScope = 'all' | 'pages' | 'media' | 'records';
export interface PaletteItem {
  key: string;
  title: string;
  detail: string;
  picture: ReactNode;
  aside?: ReactNode;
  href: string;
}
export interface PaletteGroup {
  title: string;
  items: PaletteItem[];
}

const icon = { size: 18, stroke: 1.75 };
const places: PaletteItem[] = [
  { key: 'go:home', title: 'Home', detail: '', picture: <IconHome {...icon} />, href: '/' },
  { key: 'go:pages', title: 'Pages', detail: '', picture: <IconSitemap {...icon} />, href: '/pages' },
  { key: 'go:media', title: 'Media', detail: 'Images and documents', picture: <IconPhoto {...icon} />, href: '/media' },
  {
    key: 'go:records',
    title: 'Content',
    detail: 'What has no place in the tree',
    picture: <IconStack2 {...icon} />,
    href: '/records',
  },
  {
    key: 'go:settings',
    title: 'Settings',
    detail: '',
    picture: <IconSettings {...icon} />,
    href: '/settings',
  },
  {
    key: 'go:account',
    title: 'Your account',
    detail: 'Theme, contrast, density, sign out',
    picture: <IconUser {...icon} />,
    href: '/account',
  },
];

const placeOfType = (type: ContentTypeSummary): PaletteItem => ({
  key: `type:${type.name}`,
  title: type.labelPlural,
  detail: type.description,
  picture: <TypeIcon name={type.icon} fallback="puzzle" />,
  href: `/records/${type.name}`,
});
const placeOfSettings = ({ type, label, icon: name }: SettingsSummary): PaletteItem => ({
  key: `settings:${type}`,
  title: label,
  detail: 'Settings',
  picture: <TypeIcon name={name} fallback="adjustments" />,
  href: `/settings/${type}`,
});

/** What fits the words, in groups. Without words: the pages edited last and the places of the editor. */
export function usePaletteResults(query: string, scope: PaletteScope) {
  const locales = useLocales();
  const types = useRecordTypes();
  const settings = useSettingsTypes().data?.items ?? [];
  const many = scope === 'all' ? 6 : 24;
  const wants = (part: PaletteScope): boolean => scope === 'all' || scope === part;
  const pageQuery = query ? { q: query, limit: many } : { order: '-updated' as const, limit: 6 };
  const pages = useQuery({
    queryKey: queryKeys.pageList(pageQuery),
    queryFn: ({ signal }) => api.pages.list(pageQuery, signal),
    placeholderData: keepPreviousData,
  });
  const mediaQuery = { q: query, limit: scope === 'all' ? 4 : many };
  const images = useQuery({
    queryKey: queryKeys.imageList(mediaQuery),
    queryFn: ({ signal }) => api.images.list(mediaQuery, signal),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  const records = useQueries({
    queries: types.map((type) => {
      const part = { q: query, limit: scope === 'all' ? 3 : many };
      return {
        queryKey: queryKeys.recordList(type.name, part),
        queryFn: ({ signal }: { signal: AbortSignal }) => api.records.list(type.name, part, signal),
        enabled: query !== '',
      };
    }),
  });

  const groups: PaletteGroup[] = [];
  const pageItems = (pages.data?.items ?? []).map((page): PaletteItem => ({
    key: `page:${page.id}`,
    title: page.title,
    detail: [
      page.typeLabel,
      page.state === 'live' ? page.urlPath : stateOfRow(page),
      query ? '' : page.updatedAt && when(page.updatedAt),
    ]
      .filter(Boolean)
      .join(' · '),
    picture: <StateMark state={page.state} />,
    href: page.can.edit ? `/pages/${page.id}/edit` : `/pages/${page.id}`,
    ...(locales.length > 1 ? { aside: <LocaleTag code={page.locale} /> } : {}),
  }));
  if (wants('pages') && pageItems.length) groups.push({ title: query ? 'Pages' : 'Edited last', items: pageItems });
  if (query && wants('media') && images.data?.items.length) {
    groups.push({
      title: 'Media',
      items: images.data.items.map((image): PaletteItem => ({
        key: `image:${image.id}`,
        title: image.title || image.fileName,
        detail: image.alt || 'Alt text missing',
        picture: <img className={classes.thumb} src={image.thumbnailUrl ?? undefined} alt="" />,
        href: `/media?item=${image.id}`,
        ...(image.alt ? {} : { aside: <span className={`no-phone ${classes.warn}`}>Needs alt text</span> }),
      })),
    });
  }
  const recordItems = types.flatMap((type, index) =>
    (records[index]?.data?.items ?? []).map((row): PaletteItem => ({
      key: `record:${type.name}:${row.id}`,
      title: row.title,
      detail: type.label,
      picture: <TypeIcon name={type.icon} fallback="puzzle" />,
      href: `/records/${type.name}/${encodeURIComponent(String(row.id))}`,
    })),
  );
  if (query && wants('records') && recordItems.length) groups.push({ title: 'Content', items: recordItems });
  const going = [
    ...places.filter(({ key }) => key !== 'go:records' || types.length > 0),
    // The kinds only when they are asked for: without words they would hide the rest.
    ...(query ? [...types.map(placeOfType), ...settings.map(placeOfSettings)] : []),
  ].filter((place) => `${place.title} ${place.detail}`.toLowerCase().includes(query.toLowerCase()));
  if (scope === 'all' && going.length) groups.push({ title: 'Go to', items: going });

  return {
    groups,
    waiting: pages.isPending || (query !== '' && images.isPending),
    failed: pages.isError,
    counts: query
      ? {
          all: undefined,
          pages: pages.data?.total,
          media: images.data?.total,
          records: records.reduce((sum, part) => sum + (part.data?.total ?? 0), 0),
        }
      : ({} as Partial<Record<PaletteScope, number>>),
  };
}
