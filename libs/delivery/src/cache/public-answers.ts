import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { UnitOfWork } from '@pipit/kernel';
import { KeptRenditions } from '@pipit/media';
import { LRUCache } from 'lru-cache';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { ChangeFeed } from './change-feed.js';
import { imagesIn } from './content-change.js';
import { ChangeTriggers } from './change-triggers.js';
import { Dependencies } from './dependencies.js';
import { ResponseCache } from './response-cache.js';
import { SiteMaps } from './site-maps.js';
import type { StoredAnswer } from './stored-answer.js';

/** Ways to write the same request that are remembered. */
const SPELLINGS = 20_000;
const LONGEST_SPELLING = 2000;

/** An answer, and by which name it is kept. */
export interface Kept {
  readonly key: string;
  readonly answer: StoredAnswer;
}

/** An answer that is being made for everybody who asks the same meanwhile. */
interface Flight {
  readonly since: number;
  readonly answer: Promise<StoredAnswer>;
}

/** Makes an answer, and says what it depends on. */
export type Produce = (depends: Dependencies) => Promise<StoredAnswer>;

/** Public answers: kept in this process for as long as nothing they depend on changes, made once for many. */
@Injectable()
export class PublicAnswers implements OnApplicationBootstrap, OnModuleDestroy {
  readonly cache: ResponseCache;
  private readonly logger = new Logger('ContentApi');
  private readonly spellings = new LRUCache<string, string>({ max: SPELLINGS });
  private readonly flights = new Map<string, Flight>();
  private watched: ReadonlySet<string> = new Set();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly triggers: ChangeTriggers,
    private readonly sites: SiteMaps,
    private readonly renditions: KeptRenditions,
    private readonly work: UnitOfWork,
    private readonly http: HttpAdapterHost,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {
    this.cache = new ResponseCache(options.cacheBytes);
  }

  /** Only a process that serves requests keeps answers. */
  async onApplicationBootstrap(): Promise<void> {
    if (!(this.http.httpAdapter as unknown)) return;
    try {
      this.watched = await this.triggers.ensure();
    } catch (error) {
      this.logger.warn(`Answers are not kept: the triggers that tell of changes cannot be made. ${String(error)}`);
      return;
    }
    if (this.watched.size === 0) return;
    this.sites.onMoved(() => this.forgetAll());
    // Whoever changed something reads it changed as soon as they are answered.
    this.work.afterEachCommit(() => (this.isEmpty && this.renditions.isEmpty ? undefined : this.feed.fence()));
    await this.feed.start({
      purge: (purge) => {
        this.sites.heed(purge);
        this.cache.purge(purge);
        const images = imagesIn(purge);
        if (images) this.renditions.heed(images);
      },
    });
    this.renditions.vouch(() => this.feed.isListening);
  }

  async onModuleDestroy(): Promise<void> {
    await this.feed.stop();
  }

  /** Resolves when everything committed before has been heard of in this process. */
  settled(): Promise<void> {
    return this.feed.fence();
  }

  /** True while what is kept is known to be true. */
  get isSure(): boolean {
    return this.sites.isCurrent;
  }

  /** The answer to a request, by the way it was written; undefined where it has to be made. */
  find(spelling: string): Kept | undefined {
    const key = this.spellings.get(spelling);
    const answer = key === undefined ? undefined : this.cache.get(key);
    return key !== undefined && answer !== undefined && this.isSure ? { key, answer } : undefined;
  }

  /** The kept answer to a request, or one that is made now and kept if it can be. */
  async answer(key: string, spelling: string, produce: Produce): Promise<StoredAnswer> {
    if (this.options.cacheBytes === 0 || !this.isSure) return produce(new Dependencies());
    if (spelling.length <= LONGEST_SPELLING) this.spellings.set(spelling, key);
    const kept = this.cache.get(key);
    if (kept) return kept;
    const flying = this.flights.get(key);
    // Who comes after a purge must not be told what was read before it.
    if (flying?.since === this.cache.purges) return flying.answer;
    const flight = { since: this.cache.purges, answer: this.make(key, produce) };
    this.flights.set(key, flight);
    const land = (): void => {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    };
    flight.answer.then(land, land);
    return flight.answer;
  }

  private async make(key: string, produce: Produce): Promise<StoredAnswer> {
    const moment = this.cache.begin();
    try {
      const depends = new Dependencies();
      const answer = await produce(depends);
      if (this.isSure && this.mayKeep(depends)) this.cache.keep(key, answer, moment);
      return answer;
    } finally {
      this.cache.end(moment);
    }
  }

  /** What nobody tells of changing cannot be kept. */
  private mayKeep(depends: Dependencies): boolean {
    return depends.isKept && [...depends.tables].every((table) => this.watched.has(table));
  }

  private get isEmpty(): boolean {
    return this.cache.isIdle && !this.sites.isCurrent;
  }

  private forgetAll(): void {
    this.spellings.clear();
    this.cache.purge('everything');
  }
}
