import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { PageAddresses } from '../../addresses/page-addresses.js';
import { siteOrigin } from '../../queries/site-origin.js';
import type { Site } from '../../site.entity.js';
import { addressOf, redirectPath } from '../redirect-path.js';
import type { RedirectValues } from '../redirect-values.js';

/** Finds the page behind an address of one of our sites, so that a redirect there goes along when the page moves. */
@Injectable()
export class TargetPages {
  constructor(private readonly addresses: PageAddresses) {}

  /** The values with a page in place of its address; unchanged where there is none. */
  async resolve(ctx: Ctx, values: RedirectValues, sites: readonly Site[]): Promise<RedirectValues> {
    const place = placeOf(values, sites);
    if (place === null) return values;
    const [page] = await this.addresses.livingAt(ctx, place.path, place.siteId);
    return page ? { ...values, pageId: page.pageId, link: '' } : values;
  }
}

/** A whole address names its site; a path is one of the redirect's own. More than a path is no page's address. */
function placeOf({ link, siteId }: RedirectValues, sites: readonly Site[]) {
  if (link === '' || /[?#;]/.test(link)) return null;
  const path = redirectPath(link);
  if (path === null) return null;
  if (link.startsWith('/')) return { path: addressOf(path), siteId };
  if (!URL.canParse(link)) return null;
  const { origin } = new URL(link);
  const site = sites.find((each) => new URL(siteOrigin(each)).origin === origin);
  return site ? { path: addressOf(path), siteId: site.id } : null;
}
