import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StoredAnswer } from '../cache/stored-answer.js';
import { entityTag, isKnown } from './conditional.js';
import { encode, encodingFor, isWorthEncoding, type ContentEncoding } from './encodings.js';

/** What has to be known of a request to send it an answer. Whoever has it from Fastify takes it away there first. */
export interface Recipient {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Headers for this caller alone, names and values by turns. */
  readonly headers: readonly string[];
  /** What caches on the way may do. */
  readonly control: string;
}

/**
 * Sends an answer as it is: whole, without its body, or only the news that nothing has changed. `encoded` is told when
 * the answer was compressed for the first time.
 */
export function sendAnswer(answer: StoredAnswer, to: Recipient, encoded: (answer: StoredAnswer) => void): void {
  const { request } = to;
  const { etag, body } = answer;
  const encoding = isWorthEncoding(body) ? encodingFor(request.headers['accept-encoding'] as string | undefined) : null;
  const known = request.headers['if-none-match'];
  if (known !== undefined && isKnown(known, etag)) return notModified(answer, to, encoding);
  if (encoding === null) return whole(answer, to, body, null);
  const before = answer.encoded.get(encoding);
  if (before) return whole(answer, to, before, encoding);
  encode(body, encoding).then(
    (bytes) => {
      answer.encoded.set(encoding, bytes);
      encoded(answer);
      whole(answer, to, bytes, encoding);
    },
    () => whole(answer, to, body, null),
  );
}

function whole(
  { status, headers, etag }: StoredAnswer,
  { request, response, headers: more, control }: Recipient,
  bytes: Buffer,
  encoding: ContentEncoding | null,
): void {
  const all = headers.concat(more, 'cache-control', control, 'content-length', String(bytes.length));
  if (etag !== '') all.push('etag', entityTag(etag, encoding));
  if (encoding !== null) all.push('content-encoding', encoding);
  response.writeHead(status, all);
  if (request.method === 'HEAD') response.end();
  else response.end(bytes);
}

function notModified({ unchanged, etag }: StoredAnswer, to: Recipient, encoding: ContentEncoding | null): void {
  const { response, headers, control } = to;
  const all = unchanged.concat(headers, 'cache-control', control, 'etag', entityTag(etag, encoding));
  response.writeHead(304, all);
  response.end();
}
