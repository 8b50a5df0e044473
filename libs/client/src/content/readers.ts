/** The header of requests that carries reader tokens. */
export const READER_HEADER = 'x-reader-token';

/** What a password is tried at: a page by its path as visitors see it or its id, a collection, or what lies in one. */
export type Locked =
  | { readonly html_path: string }
  | { readonly page: number }
  | { readonly collection: number }
  | { readonly image: number }
  | { readonly document: number };

/** What opens private things, until its time is over or what it opened is changed. */
export interface ReaderToken {
  readonly token: string;
  readonly expires_at: string;
}

/** What a private page asks for. */
export type Lock = 'login' | 'groups' | 'password';

/** The address of a file as readers of private things may fetch it where no header can be set, as in `<img>`. */
export function fileForReader(url: string, token: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}reader=${encodeURIComponent(token)}`;
}
