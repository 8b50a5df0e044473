import type { DocumentRef, ImageRef, Page, PageMeta, PageRef, Rendition, StreamItem } from './wire.ts';

/** The page types of the demo site as the content API prints them. */

interface WithPicture {
  picture: ImageRef | null;
  pictureHero: Rendition | null;
  pictureCard: Rendition | null;
}

type Body = StreamItem[];

export interface Person {
  id: number;
  name?: string;
  role?: string;
  email?: string;
  website?: string;
  joined?: string | null;
  bio?: string;
  portrait?: ImageRef | null;
}

export interface Category {
  id: number;
  name?: string;
  nameDe?: string;
  slug?: string;
  colour?: string;
}

export interface HomePage extends Page, WithPicture {
  tagline: string;
  intro: string;
  seasonOpens: string | null;
  seasonCloses: string | null;
  showLine: boolean;
  callToActionLabel: string;
  callToActionPage: PageRef | null;
  features: { page: PageRef | null; teaser: string; picture: ImageRef | null }[];
  body: Body;
}

export type ListingStyle = 'cards' | 'stations' | 'plants' | 'events' | 'articles';

export interface SectionPage extends Page, WithPicture {
  intro: string;
  listing: ListingStyle;
  pageSize: number | null;
  body: Body;
}

export interface StandardPage extends Page, WithPicture {
  intro: string;
  body: Body;
  aside: string;
  contact: Person | null;
}

export interface OpeningHours {
  days: string;
  opens: string | null;
  closes: string | null;
  note: string;
}

export interface StationPage extends Page, WithPicture {
  code: string;
  intro: string;
  elevation: number | null;
  kilometre: string | null;
  latitude: number | null;
  longitude: number | null;
  firstTrain: string | null;
  lastTrain: string | null;
  stepFree: boolean;
  requestStop: boolean;
  facilities: string[];
  reference: string | null;
  openingHours: OpeningHours[];
  body: Body;
}

export interface PlantPage extends Page, WithPicture {
  pictureTall: Rendition | null;
  latinName: string;
  bed: string;
  heightCm: number | null;
  protectedSpecies: boolean;
  bloomMonths: string[];
  plantedOn: string | null;
  lowestElevation: number | null;
  highestElevation: number | null;
  description: string;
  care: string;
  tags: string[];
}

export interface WalkPage extends Page, WithPicture {
  intro: string;
  start: PageRef | null;
  finish: PageRef | null;
  distance: string | null;
  ascent: number | null;
  descent: number | null;
  walkingTime: string | null;
  difficulty: string;
  seasons: string[];
  profile: unknown;
  track: DocumentRef | null;
  tags: string[];
  body: Body;
}

export interface EventPage extends Page, WithPicture {
  intro: string;
  startsAt: string | null;
  lasts: string | null;
  doorsOpen: string | null;
  place: PageRef | null;
  price: string | null;
  places: number | null;
  bookable: boolean;
  bookingUrl: string;
  status: string;
  audiences: string[];
  host: Person | null;
  body: Body;
}

export interface ArticlePage extends Page, WithPicture {
  subtitle: string;
  date: string | null;
  minutes: number | null;
  authors: Person[];
  category: Category | null;
  tags: string[];
  related: { page: PageRef | null; why: string }[];
  body: Body;
}

export interface GalleryPage extends Page {
  intro: string;
  collection: { id: number } | null;
  columns: number | null;
}

export interface FormField {
  label: string;
  name: string;
  kind: string;
  required: boolean;
  help: string;
  options: string;
}

export interface ContactPage extends Page {
  intro: string;
  email: string;
  phone: string;
  website: string;
  address: string;
  officeOpens: string | null;
  officeCloses: string | null;
  answeredBy: Person | null;
  formFields: FormField[];
  buttonLabel: string;
}

/** What a card about a page may draw on; fields its type lacks are simply absent. */
export type AnyPage = Page & Partial<WithPicture> & { intro?: string; subtitle?: string; latinName?: string };

/** The class name of a page's type, without the application in front. */
export const typeOf = (page: { meta: Pick<PageMeta, 'type'> }): string => page.meta.type.split('.').at(-1) ?? '';

/** Relations that a page of a type shows in full. Without this the API names only their ids. */
const NESTED: Readonly<Record<string, string>> = {
  ArticlePage: 'authors(*),category(*)',
  EventPage: 'host(*)',
  StandardPage: 'contact(*)',
  ContactPage: 'answeredBy(*)',
};

/** The `fields` parameter under which everything a template needs is printed. */
export function fieldsFor(type: string): string {
  const nested = NESTED[type];
  return nested ? `*,${nested}` : '*';
}
