import type { ContentType } from '@pipit/content-types';
import { refused } from '../errors.js';
import { readInteger } from '../grammar/python-text.js';
import type { Query } from '../grammar/query-string.js';
import type { ApiModel } from '../model/api-model.js';
import type { ApiModels } from '../model/api-models.js';
import type { SiteEntry, SiteMap } from '../represent/site-map.js';

/** Which kinds of pages a request is about. */
export interface TypeScope {
  /** The type whose own fields are known: the one that was named, else the plain page. */
  readonly model: ApiModel;
  /** Type names as stored; null for all. */
  readonly names: readonly string[] | null;
}

/** Reads `type=`: nothing, one type, or several joined by commas. */
export function readTypes(query: Query, models: ApiModels): TypeScope {
  const text = query.get('type') ?? '';
  if (text === '') return { model: models.page, names: null };
  const types = text.split(',').map((name) => requireType(name, models));
  const [first] = types;
  const names = types.includes('any')
    ? null
    : types.flatMap((type) => (type === 'any' ? [] : models.storedNames(type)));
  const model = types.length === 1 && first && first !== 'any' ? models.ofType(first) : models.page;
  return { model, names };
}

function requireType(name: string, models: ApiModels): ContentType | 'any' {
  const type = models.findPageType(name);
  if (!type) throw refused("type doesn't exist");
  return type;
}

/** Reads `site=`: `host` or `host:port`; without it, the site of the request's host. */
export function readSite(query: Query, sites: SiteMap, ofHost: SiteEntry | null): SiteEntry | null {
  const text = query.get('site');
  if (text === undefined) return ofHost;
  const colon = text.indexOf(':');
  const hostname = colon < 0 ? text : text.slice(0, colon);
  const port = colon < 0 ? null : text.slice(colon + 1);
  const isPort = (site: SiteEntry): boolean => port === null || readInteger(port) === BigInt(site.port);
  const found = sites.sites.filter((site) => site.hostname === hostname && isPort(site));
  const [site, ...more] = found;
  if (more.length > 0) {
    throw refused('Your query returned multiple sites. Try adding a port number to your site filter.');
  }
  // Wagtail fails with a 500 here.
  if (!site) throw refused('There is no such site.');
  return site;
}
