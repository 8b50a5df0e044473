import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { IconHome, IconPhoto, IconPuzzle, IconSettings, IconSitemap } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { api, queryKeys } from '../api';
import { when } from '../parts/dates';
import { LocaleTag, StateMark } from '../parts/marks';
import { TypeIcon } from '../parts/type-icon';
import { stateOfRow } from '../parts/words';
import { useLocales } from '../screens/site-data';
import { useSnippetTypes } from '../screens/snippets/snippet-types';
import classes from './palette.module.css';

export type PaletteScope = 'all' | 'pages' | 'media' | 'snippets';
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
  { key: 'go:snippets', title: 'Snippets', detail: '', picture: <IconPuzzle {...icon} />, href: '/snippets' },
  {
    key: 'go:settings',
    title: 'Settings',
    detail: 'Theme, contrast, density, sign out',
    picture: <IconSettings {...icon} />,
    href: '/account',
  },
];

/** What fits the words, in groups. Without words: the pages edited last and the places of the editor. */
export function usePaletteResults(query: string, scope: PaletteScope) {
  const locales = useLocales();
  const types = useSnippetTypes();
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
  const snippets = useQueries({
    queries: types.map((type) => {
      const part = { q: query, limit: scope === 'all' ? 3 : many };
      return {
        queryKey: queryKeys.snippetList(type.name, part),
        queryFn: ({ signal }: { signal: AbortSignal }) => api.snippets.list(type.name, part, signal),
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
  const snippetItems = types.flatMap((type, index) =>
    (snippets[index]?.data?.items ?? []).map((row): PaletteItem => ({
      key: `snippet:${type.name}:${row.id}`,
      title: row.title,
      detail: type.label,
      picture: <TypeIcon name={type.icon} fallback="puzzle" />,
      href: `/snippets/${type.name}/${row.id}`,
    })),
  );
  if (query && wants('snippets') && snippetItems.length) groups.push({ title: 'Snippets', items: snippetItems });
  const going = places.filter(
    (place) =>
      (place.key !== 'go:snippets' || types.length > 0) &&
      `${place.title} ${place.detail}`.toLowerCase().includes(query.toLowerCase()),
  );
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
          snippets: snippets.reduce((sum, part) => sum + (part.data?.total ?? 0), 0),
        }
      : ({} as Partial<Record<PaletteScope, number>>),
  };
}
