/** The page tree. */
export { PageContent } from './page-content.js';
export { PageLinkField, pageLink, pageLinkKind, type PageLinkOptions } from './page-link.js';
export { PageType, type PageBaseField, type PageTypeOptions } from './page-type.decorator.js';
export { PageUrl } from './page-url.entity.js';
export { Page, ROOT_ID, TRASH_ID } from './page.entity.js';
export { Redirect } from './redirect.entity.js';
export { Site } from './site.entity.js';
export { TrashEntry } from './trash-entry.entity.js';
