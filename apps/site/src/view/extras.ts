import type { ContentApi } from '../api/client.ts';
import {
  fieldsFor,
  typeOf,
  type AnyPage,
  type ArticlePage,
  type EventPage,
  type GalleryPage,
  type HomePage,
  type PlantPage,
  type SectionPage,
  type StationPage,
} from '../api/demo-types.ts';
import type { ImageDetail, Page } from '../api/wire.ts';
import { ReferenceIds } from './references.ts';
import type { View } from './view.ts';

/** What a template shows besides its own page: lists of others. */
export interface Extras {
  stations: StationPage[];
  children: AnyPage[];
  articles: { items: ArticlePage[]; number: number; of: number };
  events: EventPage[];
  plants: PlantPage[];
  images: ImageDetail[];
}

const none = (): Extras => ({
  stations: [],
  children: [],
  articles: { items: [], number: 1, of: 1 },
  events: [],
  plants: [],
  images: [],
});

const DEFAULT_PAGE_SIZE = 12;

export async function loadExtras(api: ContentApi, page: Page, view: View, url: URL): Promise<Extras> {
  const type = typeOf(page);
  const { locale } = view.site;
  if (type === 'HomePage' && (page as HomePage).showLine) return { ...none(), stations: await stationsOf(api, locale) };
  if (type === 'StationPage') return { ...none(), stations: await stationsOf(api, locale) };
  if (type === 'GalleryPage') return { ...none(), images: await imagesOf(api, page as GalleryPage) };
  if (type === 'StandardPage') return { ...none(), children: await childrenOf(api, page) };
  if (type === 'SectionPage') return section(api, page as SectionPage, view, url);
  return none();
}

async function section(api: ContentApi, page: SectionPage, view: View, url: URL): Promise<Extras> {
  const query = { child_of: page.id, fields: '*' };
  switch (page.listing) {
    case 'stations':
      return { ...none(), stations: await stationsOf(api, view.site.locale) };
    case 'plants':
      return { ...none(), plants: await api.allPages<PlantPage>({ ...query, type: 'demo.PlantPage', order: 'title' }) };
    case 'events':
      return {
        ...none(),
        events: await api.allPages<EventPage>({ ...query, type: 'demo.EventPage', order: 'startsAt' }),
      };
    case 'articles':
      return { ...none(), articles: await articlesOf(api, page, view, Number(url.searchParams.get('page') ?? 1)) };
    default:
      return { ...none(), children: await childrenOf(api, page) };
  }
}

const stationsOf = (api: ContentApi, locale: string): Promise<StationPage[]> =>
  api.allPages<StationPage>({ type: 'demo.StationPage', locale, fields: '*' });

/** Children may be of any type, so a listing prints their titles only; cards need the details. */
async function childrenOf(api: ContentApi, page: Page): Promise<AnyPage[]> {
  const rows = await api.allPages({ child_of: page.id });
  const details = await Promise.all(rows.map((row) => api.page<AnyPage>(row.id)));
  return details.filter((detail) => detail !== null);
}

async function articlesOf(api: ContentApi, page: SectionPage, view: View, asked: number): Promise<Extras['articles']> {
  const limit = Math.min(page.pageSize ?? DEFAULT_PAGE_SIZE, 20);
  const number = Number.isInteger(asked) && asked > 0 ? asked : 1;
  const listing = await api.pages<ArticlePage>({
    type: 'demo.ArticlePage',
    child_of: page.id,
    order: '-date',
    limit,
    offset: (number - 1) * limit,
    fields: fieldsFor('ArticlePage'),
  });
  await view.refs.load(api, new ReferenceIds().collect(listing.items.map((article) => article.authors)));
  return { items: listing.items, number, of: Math.max(1, Math.ceil(listing.meta.total_count / limit)) };
}

async function imagesOf(api: ContentApi, page: GalleryPage): Promise<ImageDetail[]> {
  return page.collection ? api.imagesOf(page.collection.id) : [];
}
