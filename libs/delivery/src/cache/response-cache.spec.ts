import { etagOf, type StoredAnswer } from './stored-answer.js';
import { ResponseCache } from './response-cache.js';

const answer = (text: string, ...tags: string[]): StoredAnswer => {
  const body = Buffer.from(text);
  return { status: 200, headers: [], unchanged: [], body, etag: etagOf(body), tags: new Set(tags), encoded: new Map() };
};
const keep = (cache: ResponseCache, key: string, kept: StoredAnswer, meanwhile = (): void => undefined): boolean => {
  const moment = cache.begin();
  meanwhile();
  try {
    return cache.keep(key, kept, moment);
  } finally {
    cache.end(moment);
  }
};

describe('the cache of answers', () => {
  it('forgets what a purged tag names, and nothing else', () => {
    const cache = new ResponseCache(100_000);
    keep(cache, 'a', answer('a', 'page-1', 'image-2'));
    keep(cache, 'b', answer('b', 'page-2'));
    cache.purge(new Set(['image-2']));
    expect([cache.get('a'), cache.get('b')?.body.toString()]).toEqual([undefined, 'b']);
    cache.purge(new Set(['page-']));
    expect(cache.count).toBe(0);
  });

  it('does not take in what was read before a purge, as long as the reading may have lasted', () => {
    const cache = new ResponseCache(100_000);
    const slow = cache.begin();
    keep(cache, 'other', answer('o', 'page-9'));
    expect(keep(cache, 'a', answer('old', 'page-1'), () => cache.purge(new Set(['page-1'])))).toBe(false);
    expect(cache.keep('slow', answer('old', 'page-1'), slow)).toBe(false);
    expect(cache.keep('slow', answer('new', 'page-2'), slow)).toBe(true);
    cache.end(slow);
    expect(keep(cache, 'a', answer('new', 'page-1'))).toBe(true);
    expect(keep(cache, 'b', answer('old', 'page-3'), () => cache.purge('everything'))).toBe(false);
    expect(cache.count).toBe(0);
  });

  it('stays below its bound, whatever is put into it, and compressed bytes count', () => {
    const cache = new ResponseCache(100_000);
    for (let n = 0; n < 1000; n += 1) keep(cache, `k${n}`, answer('x'.repeat(2000), `page-${n}`, 'page'));
    expect(cache.bytes).toBeLessThanOrEqual(100_000);
    expect(cache.count).toBeGreaterThan(20);
    const last = cache.get('k999') as StoredAnswer;
    const before = cache.bytes;
    last.encoded.set('gzip', Buffer.alloc(900));
    cache.measure('k999', last);
    expect(cache.bytes).not.toBe(before);
    expect(cache.bytes).toBeLessThanOrEqual(100_000);
    cache.purge(new Set(['page']));
    expect([cache.count, cache.bytes]).toEqual([0, 0]);
  });

  it('leaves out what alone would take too much of it', () => {
    const cache = new ResponseCache(100_000);
    keep(cache, 'small', answer('x'));
    keep(cache, 'huge', answer('x'.repeat(50_000)));
    expect([cache.count, cache.get('huge')]).toEqual([1, undefined]);
  });
});
