import { Injectable } from '@nestjs/common';
import type { Query } from '../grammar/query-string.js';
import type { Route } from '../http/route.js';
import { SiteMaps } from './site-maps.js';

/** Parameters that change nothing: `_` is what some libraries add to get past caches. */
const IDLE = new Set(['_', 'format']);

/** The name of an answer: the same for all requests that get it, however they are written. */
@Injectable()
export class AnswerKeys {
  constructor(private readonly sites: SiteMaps) {}

  /** Hosts count as the site they mean, and the order of parameters not at all where no answer tells it. */
  async keyOf(route: Route, asked: { hostname: string; port: number; query: Query }): Promise<string> {
    const site = (await this.sites.current()).siteFor(asked.hostname, asked.port);
    const place = `${site?.id ?? 0} ${route.view} ${route.endpoint} ${route.view === 'detail' ? BigInt(route.id) : ''}`;
    if (route.view === 'find') return `${place} ${asked.query.without([])}`;
    const pairs = [...asked.query.values].filter(([name]) => !IDLE.has(name));
    return `${place} ${JSON.stringify(pairs.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
  }
}
