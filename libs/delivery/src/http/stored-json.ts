import { etagOf, type StoredAnswer } from '../cache/stored-answer.js';
import { refused } from '../errors.js';
import type { DeliveryOptions } from '../options.js';
import { tagHeaders } from './answer-headers.js';
import type { Answer } from './answer.js';

const NOTHING = Buffer.alloc(0);

/** An answer as the bytes everybody gets. Refuses what is larger than an answer may be. */
export function storedAnswer(
  answer: Answer,
  tags: ReadonlySet<string>,
  headers: readonly string[],
  options: DeliveryOptions,
): StoredAnswer {
  const own: Record<string, string> = tagHeaders(tags);
  if (answer.kind === 'redirect') {
    own['location'] = answer.location;
    return { status: answer.status, headers: withOwn(headers, own), body: NOTHING, etag: '', tags, encoded: new Map() };
  }
  const body = Buffer.from(JSON.stringify(answer.body, null, options.indent));
  if (body.length > options.maxAnswerBytes) {
    throw refused(`the answer has more than ${options.maxAnswerBytes} bytes; ask for fewer objects or fields`);
  }
  own['content-type'] = 'application/json';
  return {
    status: answer.status,
    headers: withOwn(headers, own),
    body,
    etag: etagOf(body),
    tags,
    encoded: new Map(),
  };
}

function withOwn(headers: readonly string[], own: Record<string, string>): string[] {
  return [...headers, ...Object.entries(own).flat()];
}
