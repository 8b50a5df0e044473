/** Why there is no answer: what was asked is wrong, is not there, or the server did not answer. */
export type ContentErrorKind = 'refused' | 'missing' | 'unavailable';

/** The content API gave no answer. `kind` tells what to do about it. */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(
    readonly kind: ContentErrorKind,
    /** Of the answer; null when there was none. */
    readonly status: number | null,
    message: string,
    /** What was asked for. */
    readonly address: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What a status means. */
export function kindOf(status: number): ContentErrorKind {
  if (status === 404) return 'missing';
  return status < 500 && status !== 429 ? 'refused' : 'unavailable';
}
