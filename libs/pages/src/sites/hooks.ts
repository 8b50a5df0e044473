import { HookPoint, type WriteCtx } from '@pipit/kernel';
import type { Site } from '../site.entity.js';
import type { SiteValues } from './site-rules.js';

/** Before a site is added. */
export class BeforeSiteAdd extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly values: SiteValues,
  ) {
    super();
  }
}

/** Before a site gets other values: an address, a name, a home page. */
export class BeforeSiteEdit extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly site: Site,
    readonly changes: SiteValues,
  ) {
    super();
  }
}

/** Before a site is removed with its addresses and settings. Its pages stay. */
export class BeforeSiteDelete extends HookPoint {
  constructor(
    readonly ctx: WriteCtx,
    readonly site: Site,
  ) {
    super();
  }
}
