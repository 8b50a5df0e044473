import { LRUCache } from 'lru-cache';
import { indexNames, type Purge } from './content-change.js';
import { sizeOf, type StoredAnswer } from './stored-answer.js';

/** Marks a moment: what was purged after it does not enter what was read since. */
export interface Moment {
  readonly at: number;
}

/**
 * Answers in memory, found by key and by tag, bounded in bytes. What was read before a purge is not kept after it, however
 * long the reading took.
 */
export class ResponseCache {
  private readonly answers: LRUCache<string, StoredAnswer>;
  private readonly byTag = new Map<string, Set<string>>();
  private clock = 0;
  private purgedAllAt = 0;
  /** When each tag was purged last, for as long as somebody reads who began before. */
  private readonly purgedAt = new Map<string, number>();
  private readonly reading = new Set<Moment>();

  constructor(maxBytes: number) {
    this.answers = new LRUCache({
      maxSize: Math.max(1, maxBytes),
      maxEntrySize: Math.max(1, Math.floor(maxBytes / 8)),
      sizeCalculation: (answer, key) => sizeOf(key, answer),
      dispose: (answer, key) => this.unindex(key, answer),
    });
  }

  get(key: string): StoredAnswer | undefined {
    return this.answers.get(key);
  }

  /** Bytes taken at the moment. */
  get bytes(): number {
    return this.answers.calculatedSize;
  }

  get count(): number {
    return this.answers.size;
  }

  /** True when a purge could find nothing. */
  get isIdle(): boolean {
    return this.answers.size === 0 && this.reading.size === 0;
  }

  /** Purges so far: equal numbers mean that nothing was purged between. */
  get purges(): number {
    return this.clock;
  }

  /** To be called before reading what is to be kept, and {@link end} afterwards, whatever happens. */
  begin(): Moment {
    const moment = { at: this.clock };
    this.reading.add(moment);
    return moment;
  }

  end(moment: Moment): void {
    this.reading.delete(moment);
    if (this.reading.size === 0) this.purgedAt.clear();
  }

  /** Keeps an answer that was read since that moment; answers whether it is still true. */
  keep(key: string, answer: StoredAnswer, since: Moment): boolean {
    const names = indexNames(answer.tags);
    if (this.purgedAllAt > since.at) return false;
    for (const name of names) if ((this.purgedAt.get(name) ?? 0) > since.at) return false;
    this.put(key, answer);
    return true;
  }

  /** To be called when an answer that is kept was encoded anew and takes more room. */
  measure(key: string, answer: StoredAnswer): void {
    // Only another object is measured anew.
    if (this.answers.peek(key)?.body === answer.body) this.put(key, { ...answer });
  }

  /** Forgets what a change made untrue. */
  purge(purge: Purge): void {
    this.clock += 1;
    if (purge === 'everything') {
      this.purgedAllAt = this.clock;
      this.answers.clear();
      return;
    }
    for (const name of purge) {
      if (this.reading.size > 0) this.purgedAt.set(name, this.clock);
      for (const key of [...(this.byTag.get(name) ?? [])]) this.answers.delete(key);
    }
  }

  private put(key: string, answer: StoredAnswer): void {
    this.answers.set(key, answer);
    // It may have been too large.
    if (!this.answers.has(key)) return;
    for (const name of indexNames(answer.tags)) {
      const keys = this.byTag.get(name);
      if (keys) keys.add(key);
      else this.byTag.set(name, new Set([key]));
    }
  }

  private unindex(key: string, answer: StoredAnswer): void {
    for (const name of indexNames(answer.tags)) {
      const keys = this.byTag.get(name);
      keys?.delete(key);
      if (keys?.size === 0) this.byTag.delete(name);
    }
  }
}
