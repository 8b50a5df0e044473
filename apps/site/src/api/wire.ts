/** The part of every page that the content API prints, whatever its type. */
export interface PageMeta {
  type: string;
  detail_url: string;
  html_url: string | null;
  slug: string;
  show_in_menus?: boolean;
  seo_title?: string;
  search_description?: string;
  first_published_at: string | null;
  parent?: PageRef | null;
  locale: string;
}

export interface PageRef {
  id: number;
  meta: { type: string; detail_url: string; html_url?: string | null };
  title: string;
}

export interface Page<Meta extends PageMeta = PageMeta> {
  id: number;
  meta: Meta;
  title: string;
}

export interface Listing<T> {
  meta: { total_count: number };
  items: T[];
}

export interface ImageRef {
  id: number;
  meta: { type: string; detail_url: string; download_url: string };
  title: string;
}

export interface ImageDetail extends ImageRef {
  width: number;
  height: number;
}

/** A rendition that the page's type declares. */
export interface Rendition {
  url: string;
  width: number;
  height: number;
  alt: string;
}

/** Where an address leads at which no page lives. */
export interface Redirect {
  old_path: string;
  location: string;
  is_permanent: boolean;
}

export interface DocumentRef {
  id: number;
  meta: { type: string; detail_url: string; download_url: string };
  title: string;
}

/** One item of a stream. What `value` is depends on `type`; `blocks.ts` narrows it. */
export interface StreamItem<Type extends string = string, Value = unknown> {
  type: Type;
  value: Value;
  id: string | null;
}
