import { Inject, Injectable } from '@nestjs/common';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import type { RowReader } from '../query/content-reader.js';
import { ContentReader } from '../query/content-reader.js';
import { SiteMap, siteQuery } from '../represent/site-map.js';
import { ChangeFeed } from './change-feed.js';
import type { Purge } from './content-change.js';

/** Changes of pages may move the roots of sites or make translations of them. */
const MAY_MOVE_ROOTS = ['page~'];

/** The sites, which every answer needs: read once, and again after changes that may concern them. */
@Injectable()
export class SiteMaps {
  private map: SiteMap | null = null;
  private text = '';
  private isFresh = false;
  private changes = 0;
  private loading: { readonly since: number; readonly map: Promise<SiteMap> } | null = null;
  private moved: () => void = () => undefined;

  constructor(
    private readonly reader: ContentReader,
    private readonly feed: ChangeFeed,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {}

  /** True while the map at hand is known to be that of the database. */
  get isCurrent(): boolean {
    return this.isFresh && this.feed.isListening;
  }

  /** Calls `work` whenever the sites turn out to be others than before. */
  onMoved(work: () => void): void {
    this.moved = work;
  }

  /** Hears of a change. */
  heed(purge: Purge): void {
    if (purge !== 'everything' && !MAY_MOVE_ROOTS.some((tag) => purge.has(tag))) return;
    this.changes += 1;
    this.isFresh = false;
  }

  /** The sites as they are now; callers that come together share one query. */
  current(): Promise<SiteMap> {
    if (this.map && this.isCurrent) return Promise.resolve(this.map);
    if (this.loading?.since === this.changes) return this.loading.map;
    const loading = { since: this.changes, map: this.load() };
    this.loading = loading;
    const end = (): void => {
      if (this.loading === loading) this.loading = null;
    };
    loading.map.then(end, end);
    return loading.map;
  }

  /** The sites as a transaction sees them. */
  async seenBy(reader: RowReader): Promise<SiteMap> {
    return SiteMap.fromRows(await reader.rows(siteQuery(this.options.i18n), []), this.options.prefixedLocales);
  }

  private async load(): Promise<SiteMap> {
    const since = this.changes;
    const rows = await this.reader.rows(siteQuery(this.options.i18n), []);
    const text = JSON.stringify(rows);
    if (!this.map || text !== this.text) {
      this.map = SiteMap.fromRows(rows, this.options.prefixedLocales);
      this.text = text;
      this.moved();
    }
    // Readings may overtake each other; only one that began after the last change is sure.
    if (since === this.changes) this.isFresh = true;
    return this.map;
  }
}
