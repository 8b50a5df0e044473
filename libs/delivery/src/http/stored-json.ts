import { etagOf, type StoredAnswer } from '../cache/stored-answer.js';
import { refused } from '../errors.js';
import type { DeliveryOptions } from '../options.js';
import { ALLOW, tagHeaders } from './answer-headers.js';
import type { Answer } from './answer.js';

const NOTHING = Buffer.alloc(0);
const OF_JSON = [...ALLOW, 'content-type', 'application/json'];

/** An answer as the bytes everybody gets. Refuses what is larger than an answer may be. */
export function storedAnswer(
  answer: Answer,
  tags: ReadonlySet<string>,
  headers: readonly string[],
  options: DeliveryOptions,
): StoredAnswer {
  const known = headers.concat(tagHeaders(tags));
  if (answer.kind === 'redirect') {
    return stored(answer.status, known, [...ALLOW, 'location', answer.location], NOTHING, '', tags);
  }
  const body = Buffer.from(JSON.stringify(answer.body, null, options.indent));
  if (body.length > options.maxAnswerBytes) {
    throw refused(`the answer has more than ${options.maxAnswerBytes} bytes; ask for fewer objects or fields`);
  }
  return stored(answer.status, known, OF_JSON, body, etagOf(body), tags);
}

/** `own` are headers of the whole answer alone. */
function stored(
  status: number,
  unchanged: readonly string[],
  own: readonly string[],
  body: Buffer,
  etag: string,
  tags: ReadonlySet<string>,
): StoredAnswer {
  return { status, headers: unchanged.concat(own), unchanged, body, etag, tags, encoded: new Map() };
}
