import type { ContentApi } from '../api/client.ts';
import type { ContactPage } from '../api/demo-types.ts';
import type { Page } from '../api/wire.ts';
import type { Lock } from '@pipit/client';
import type { Strings } from '../i18n/strings.ts';
import type { Paths } from './paths.ts';
import type { References } from './references.ts';

export interface MenuItem {
  id: number;
  title: string;
  href: string;
}

export interface Translation {
  locale: string;
  href: string;
  /** Is it this very page, or only the home page of that language? */
  exact: boolean;
}

/** What surrounds every page of one language. */
export interface Site {
  locale: string;
  name: string;
  home: string;
  homeId: number;
  menu: MenuItem[];
  contact: { page: ContactPage; href: string } | null;
  paths: Paths;
  words: Strings;
  api: ContentApi;
}

/** Everything a template may ask while it renders; all of it was fetched before. */
export interface View {
  site: Site;
  path: string;
  translations: Translation[];
  crumbs: MenuItem[];
  refs: References;
}

export type Found =
  | { kind: 'page'; page: Page; view: View }
  | { kind: 'moved'; to: string; permanent: boolean }
  | { kind: 'missing'; view: View }
  | { kind: 'locked'; asks: readonly Lock[]; view: View };
