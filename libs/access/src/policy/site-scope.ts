import { quoteIdentifier } from './tree-scope.js';

/** Where sites are stored, for permissions that are granted on one of them. */
export interface SiteScope {
  readonly table: string;
  /** SQL over its columns: what people call a site. */
  readonly title: string;
}

let sites: SiteScope | null = null;

/** Tells the policy where sites are stored. Called once, by the lib that owns them. */
export function defineSiteScope(scope: SiteScope): void {
  quoteIdentifier(scope.table);
  sites = scope;
}

/** SQL: ids and titles of all sites, by title; null while no lib has any. */
export function siteTitles(): string | null {
  return sites && `SELECT id, ${sites.title} AS title FROM ${quoteIdentifier(sites.table)} ORDER BY 2, 1`;
}
