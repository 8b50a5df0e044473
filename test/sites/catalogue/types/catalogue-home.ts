import { PageContent, PageType } from '@pipit/cms';

/** The page all others stand below. */
@PageType({ app: 'catalogue', icon: 'home' })
export class CatalogueHome extends PageContent {}
