import type { Project } from '@pipit/cms';
import type { ImportMapping } from '@pipit/contrib/wagtail-import';

/** What holds for all recorded sites: they show drafts and private pages through references, as Wagtail does. */
export const AS_RECORDED = { wagtailReferences: true, mediaBaseUrl: 'http://localhost' } as const;

/** A site declared for tests: its types and how a Wagtail export of it maps to them. */
export interface SiteDefinition extends Project {
  /** How it was served while its answers were recorded. */
  readonly delivery: NonNullable<Project['delivery']>;
  readonly importMapping: ImportMapping;
}
