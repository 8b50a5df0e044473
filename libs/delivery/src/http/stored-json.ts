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
    return stored(answer.status, withOwn(headers, own), NOTHING, '', tags);
  }
  const body = Buffer.from(JSON.stringify(answer.body, null, options.indent));
  if (body.length > options.maxAnswerBytes) {
    throw refused(`the answer has more than ${options.maxAnswerBytes} bytes; ask for fewer objects or fields`);
  }
  own['content-type'] = 'application/json';
  return stored(answer.status, withOwn(headers, own), body, etagOf(body), tags);
}

function stored(
  status: number,
  headers: readonly string[],
  body: Buffer,
  etag: string,
  tags: ReadonlySet<string>,
): StoredAnswer {
  return { status, headers, unchanged: unchangedOf(headers), body, etag, tags, encoded: new Map() };
}

/** What a caller knows who has the answer already. */
const KNOWN = new Set(['content-type', 'allow']);

function unchangedOf(headers: readonly string[]): string[] {
  const unchanged: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const [name, value] = [headers[index] as string, headers[index + 1] as string];
    if (!KNOWN.has(name)) unchanged.push(name, value);
  }
  return unchanged;
}

function withOwn(headers: readonly string[], own: Record<string, string>): string[] {
  return [...headers, ...Object.entries(own).flat()];
}
