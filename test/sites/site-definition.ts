import type { DeliveryOptions, Project } from '@pipit/cms';
import type { ImportMapping } from '@pipit/contrib/wagtail-import';

/** A site declared for tests: its types and how a Wagtail export of it maps to them. */
export interface SiteDefinition extends Project {
  readonly importMapping: ImportMapping;
}

/** How every recorded site answered: Wagtail's way with references, addresses of files below `http://localhost`. */
export const AS_RECORDED: Partial<DeliveryOptions> = { wagtailReferences: true, mediaBaseUrl: 'http://localhost' };
