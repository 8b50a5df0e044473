import { READER_HEADER } from '@pipit/access';
import type { IncomingMessage } from 'node:http';
import { Query } from '../grammar/query-string.js';
import { negotiate } from './negotiation.js';

const EMPTY = new Query('');
const plain = new Map<string | undefined, boolean>([
  [undefined, true],
  ['*/*', true],
  ['application/json', true],
]);

/** Do such callers take JSON as everybody gets it? Few headers are in use, so that they are judged once. */
function takesPlainJson(accept: string | undefined): boolean {
  let answer = plain.get(accept);
  if (answer === undefined) {
    const negotiated = negotiate(EMPTY, accept);
    answer = typeof negotiated === 'object' && negotiated.indent === null;
    if (plain.size < 200) plain.set(accept, answer);
  }
  return answer;
}

/**
 * True for readers of whom nothing is known, asking for what everybody gets. Credentials of any kind and previews are
 * never among them, whether they are good or not.
 */
export function isAnonymous({ method, headers, url }: IncomingMessage): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.authorization === undefined &&
    headers.cookie === undefined &&
    headers['x-preview-token'] === undefined &&
    headers[READER_HEADER] === undefined &&
    takesPlainJson(headers.accept) &&
    !mayPreview(url ?? '')
  );
}

/** A token may stand in the address, however it is encoded. */
function mayPreview(url: string): boolean {
  return url.includes('preview') || /%[67]/.test(url);
}

/** A request as it was written: host, as far as it is to be believed, and address. */
export function spellingOf(host: string, { url = '' }: IncomingMessage): string {
  return `${host} ${url}`;
}
