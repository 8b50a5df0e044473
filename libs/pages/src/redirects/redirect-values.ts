import { invalid, type FieldError } from '@pipit/kernel';
import { MAX_ADDRESS_LENGTH, redirectPath } from './redirect-path.js';

/** What somebody says about a redirect. */
export interface RedirectValues {
  readonly oldPath: string;
  /** Null: on every site. */
  readonly siteId: number | null;
  /** The page it leads to; null: to `link`. */
  readonly pageId: number | null;
  /** Appended to the page's address; empty for most. */
  readonly pageRoutePath: string;
  /** A path on the same site or a whole address; empty when it leads to a page. */
  readonly link: string;
  readonly isPermanent: boolean;
}

const WHOLE_ADDRESS = /^https?:\/\/[^/]/i;

/** The values as they are stored. Throws with every fault that can be seen without looking anything up. */
export function normalRedirect(given: RedirectValues): RedirectValues {
  const oldPath = redirectPath(given.oldPath);
  const link = given.link.trim();
  const route = given.pageRoutePath.trim();
  const errors: FieldError[] = [];
  const add = (path: string, code: string, message: string): void => void errors.push({ path, code, message });
  if (oldPath === null || given.oldPath.trim() === '')
    add('/oldPath', 'required', 'Say which address leads elsewhere.');
  else if (oldPath.length > MAX_ADDRESS_LENGTH) add('/oldPath', 'too_long', 'This address is too long.');
  if (given.pageId === null && link === '') add('/link', 'required', 'Choose a page or write an address.');
  if (given.pageId !== null && link !== '') add('/link', 'two_targets', 'It can lead to a page or to an address.');
  if (link !== '' && !isAddress(link)) {
    add('/link', 'no_address', 'Write a path that begins with / or an address that begins with https://.');
  }
  if (route !== '' && given.pageId === null) {
    add('/pageRoutePath', 'no_page', 'Only the address of a page can be gone on from.');
  }
  if (errors.length > 0 || oldPath === null) throw invalid('The redirect cannot be kept like this.', errors);
  return {
    ...given,
    oldPath,
    link,
    pageRoutePath: route === '' || route === '/' ? '' : `/${route.replace(/^\/+/, '')}`,
  };
}

function isAddress(link: string): boolean {
  if (/[\s\0\\]/.test(link)) return false;
  if (link.startsWith('/')) return !link.startsWith('//');
  return WHOLE_ADDRESS.test(link) && URL.canParse(link);
}
