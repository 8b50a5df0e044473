import type { Project } from '@pipit/cms';
import type { ImportMapping } from '@pipit/contrib/wagtail-import';

/** How the answers of a site were recorded, and so how it has to be served to compare with them. */
export interface SiteSettings {
  /** Print `meta.locale` everywhere and list translations. */
  readonly i18n: boolean;
  /** Field names that images print after their own. */
  readonly imageApiFields?: readonly string[];
  /** Snippet types with an endpoint of their own, by its name. */
  readonly snippetEndpoints?: Readonly<Record<string, object>>;
}

/** A site declared for tests: its types and how a Wagtail export of it maps to them. */
export interface SiteDefinition extends Project {
  readonly settings: SiteSettings;
  readonly importMapping: ImportMapping;
}
