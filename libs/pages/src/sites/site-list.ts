import { Inject, Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { notFound, type Ctx } from '@pipit/kernel';
import { ADDRESS_OPTIONS, type AddressOptions } from '../addresses/address-options.js';
import { addressBelow, SITE_ROOTS } from '../addresses/site-roots.js';
import { siteOrigin } from '../queries/site-origin.js';
import { Site } from '../site.entity.js';

/** The page that a site's addresses of one language start from. */
export interface SiteHome {
  readonly locale: string;
  readonly pageId: number;
  readonly title: string;
  readonly url: string;
}

/** A site, its address, and its home page in each language. */
export interface SiteRow extends Pick<Site, 'id' | 'name' | 'hostname' | 'port' | 'rootPageId' | 'isDefault'> {
  readonly url: string;
  /** The site's own first. */
  readonly homes: SiteHome[];
}

/** What the acting person may do with sites. */
export interface SitePermissions {
  readonly add: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
}

/** Reads sites for the management API. */
@Injectable()
export class SiteList {
  constructor(
    private readonly policy: Policy,
    @Inject(ADDRESS_OPTIONS) private readonly addresses: AddressOptions,
  ) {}

  /** All sites, the default one first. */
  async all(ctx: Ctx): Promise<SiteRow[]> {
    const sites = await ctx.manager.find(Site, { order: { isDefault: 'DESC', hostname: 'ASC', port: 'ASC' } });
    const homes: (Omit<SiteHome, 'url'> & { siteId: number })[] = await ctx.manager.query(
      `SELECT r.site_id AS "siteId", r.locale, r.page_id AS "pageId", p.draft_title AS title
         FROM (${SITE_ROOTS}) r JOIN page p ON p.id = r.page_id
        WHERE r.is_own OR ${this.addresses.i18n} ORDER BY r.rank`,
    );
    return sites.map((site) => ({
      ...fieldsOf(site),
      url: siteOrigin(site),
      homes: homes
        .filter(({ siteId }) => siteId === site.id)
        .map(({ locale, pageId, title }) => ({
          locale,
          pageId,
          title,
          url: addressBelow({ ...site, locale }, '/', this.addresses.prefixedLocales).url,
        })),
    }));
  }

  /** One site. */
  async get(ctx: Ctx, id: number): Promise<SiteRow> {
    const site = (await this.all(ctx)).find((row) => row.id === id);
    if (!site) throw notFound(`There is no site ${id}.`);
    return site;
  }

  /** What the acting person may do with all of them. */
  async permissions(ctx: Ctx): Promise<SitePermissions> {
    return {
      add: await this.policy.can(ctx, 'site.add'),
      edit: await this.policy.can(ctx, 'site.edit'),
      delete: await this.policy.can(ctx, 'site.delete'),
    };
  }
}

function fieldsOf({ id, name, hostname, port, rootPageId, isDefault }: Site) {
  return { id, name, hostname, port, rootPageId, isDefault };
}
