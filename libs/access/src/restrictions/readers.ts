import type { FastifyRequest } from 'fastify';

/** The header of requests that carries reader tokens; several are separated by commas. */
export const READER_HEADER = 'x-reader-token';

/** The parameter of addresses of files that does the same where no header can be set, as in `<img>`. */
export const READER_PARAMETER = 'reader';

/** How long what one reader is shown may be kept: not at all, as it may be theirs alone, and may end at any moment. */
export const OF_ONE_READER = 'private, no-store';

/** The reader tokens a request shows; null when it does not say who reads, so that its answer may be shared. */
export function readerTokensOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const given = headers[READER_HEADER];
  return given === undefined ? null : String(given);
}

/** Port: which view restrictions a reader passes. Implemented by the users lib. */
export abstract class Readers {
  /**
   * Ids of the restrictions that these tokens open at this moment. What is over, was changed or means nothing opens
   * nothing, as if it had not been sent: visitors keep tokens longer than they are good.
   */
  abstract passed(tokens: string): Promise<readonly number[]>;
}
