import { Injectable } from '@nestjs/common';
import { invalid, type Ctx, type FieldError, type WriteCtx } from '@pipit/kernel';
import { PageAddresses } from '../addresses/page-addresses.js';
import { PageList } from '../queries/page-list.js';
import { siteOrigin } from '../queries/site-origin.js';
import { Site } from '../site.entity.js';
import { addressOf, redirectPath, withoutQuery } from './redirect-path.js';
import type { RedirectValues } from './redirect-values.js';

/** Something about a redirect that is allowed and worth knowing. */
export interface RedirectWarning {
  readonly code: 'live_page';
  readonly message: string;
  readonly pageId: number;
}

/** A redirect as the rules see it; the one that is being written has no place among the stored ones yet. */
interface Step {
  readonly oldPath: string;
  readonly siteId: number | null;
  readonly link: string;
  readonly isNew: boolean;
}

/** Pages that warnings name. */
const NAMED_PAGES = 5;

/** What has to hold between redirects, sites and pages. */
@Injectable()
export class RedirectRules {
  constructor(
    private readonly pages: PageList,
    private readonly addresses: PageAddresses,
  ) {}

  /** Refuses a redirect that contradicts another or leads in a circle. `self` is the one that is being changed. */
  async require(ctx: WriteCtx, values: RedirectValues, self: number | null): Promise<void> {
    // One writer at a time: two redirects that close a circle could not see each other.
    await ctx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('redirects', 0))`);
    const sites = await ctx.manager.find(Site);
    const errors: FieldError[] = [];
    if (values.siteId !== null && !sites.some(({ id }) => id === values.siteId)) {
      errors.push({ path: '/siteId', code: 'unknown_target', message: 'There is no such site.' });
    }
    if (values.pageId !== null) errors.push(...(await this.pageFaults(ctx, values, values.pageId)));
    if (await this.isTaken(ctx, values, self)) {
      const message = `There is a redirect from ${values.oldPath} already.`;
      errors.push({ path: '/oldPath', code: 'taken', message });
    }
    if (errors.length === 0 && (await this.leadsBack(ctx, values, self, sites))) {
      const message = 'This redirect would lead back to where it starts.';
      errors.push({ path: values.link === '' ? '/pageId' : '/link', code: 'redirect_loop', message });
    }
    if (errors.length > 0) throw invalid('The redirect cannot be kept like this.', errors);
  }

  /** A page that lives at the path is shown there, and nobody is redirected. */
  async warnings(
    ctx: Ctx,
    { oldPath, siteId }: Pick<RedirectValues, 'oldPath' | 'siteId'>,
  ): Promise<RedirectWarning[]> {
    const living = await this.addresses.livingAt(ctx, addressOf(oldPath), siteId);
    const ids = [...new Set(living.map(({ pageId }) => pageId))].slice(0, NAMED_PAGES);
    const titles = await this.titles(ctx, ids);
    return ids.map((id) => {
      const title = titles.get(id);
      const page = title === undefined ? 'A page' : `“${title}”`;
      const message = `${page} lives at this address. Nobody is redirected as long as it does.`;
      return { code: 'live_page', pageId: id, message };
    });
  }

  /** What pages are called, of those the acting person may know. */
  async titles(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string>> {
    if (ids.length === 0) return new Map();
    const { items } = await this.pages.list(ctx, { ids, order: 'tree', limit: ids.length, offset: 0 });
    return new Map(items.map(({ id, title }) => [id, title]));
  }

  private async pageFaults(ctx: Ctx, values: RedirectValues, pageId: number): Promise<FieldError[]> {
    if (!(await this.titles(ctx, [pageId])).has(pageId)) {
      return [{ path: '/pageId', code: 'unknown_target', message: 'There is no such page, or it is in the trash.' }];
    }
    if (values.pageRoutePath !== '') return [];
    const living = await this.addresses.livingAt(ctx, addressOf(values.oldPath), values.siteId);
    const isOwn = living.some((page) => page.pageId === pageId);
    const message = 'This is the page’s own address.';
    return isOwn ? [{ path: '/oldPath', code: 'own_address', message }] : [];
  }

  private async isTaken(ctx: Ctx, { oldPath, siteId }: RedirectValues, self: number | null): Promise<boolean> {
    const rows: unknown[] = await ctx.manager.query(
      'SELECT 1 FROM redirect WHERE old_path = $1 AND site_id IS NOT DISTINCT FROM $2 AND id IS DISTINCT FROM $3',
      [oldPath, siteId, self],
    );
    return rows.length > 0;
  }

  private async leadsBack(
    ctx: Ctx,
    values: RedirectValues,
    self: number | null,
    sites: readonly Site[],
  ): Promise<boolean> {
    const own: Step = { ...values, isNew: true };
    const starts = values.siteId === null ? sites.map(({ id }) => id) : [values.siteId];
    for (const start of starts) {
      const seen = new Set<string>();
      let at = leadsTo(own, start, sites);
      while (at && !seen.has(`${at.siteId} ${at.path}`)) {
        seen.add(`${at.siteId} ${at.path}`);
        const step = await this.stepFrom(ctx, at, own, self);
        if (step?.isNew) return true;
        at = step && leadsTo(step, at.siteId, sites);
      }
    }
    return false;
  }

  /** The redirect that answers a path: with its query before without, of the site before of all sites. */
  private async stepFrom(ctx: Ctx, at: Place, own: Step, self: number | null): Promise<Step | null> {
    const paths = [at.path, withoutQuery(at.path)];
    const stored: Omit<Step, 'isNew'>[] = await ctx.manager.query(
      `SELECT old_path AS "oldPath", site_id AS "siteId", link FROM redirect
        WHERE old_path = ANY($1::text[]) AND (site_id IS NULL OR site_id = $2) AND id IS DISTINCT FROM $3`,
      [paths, at.siteId, self],
    );
    const steps = stored.map((step): Step => ({ ...step, isNew: false }));
    if (paths.includes(own.oldPath) && (own.siteId === null || own.siteId === at.siteId)) steps.push(own);
    const rank = (step: Step): number => Number(step.oldPath !== at.path) * 2 + Number(step.siteId === null);
    return steps.sort((a, b) => rank(a) - rank(b))[0] ?? null;
  }
}

interface Place {
  readonly siteId: number;
  readonly path: string;
}

/** Where on our sites a redirect's link is; null when it leads to a page or away. */
function leadsTo({ link }: Step, siteId: number, sites: readonly Site[]): Place | null {
  const path = link === '' ? null : redirectPath(link);
  if (path === null) return null;
  if (link.startsWith('/')) return { siteId, path };
  const { origin } = new URL(link);
  const site = sites.find((each) => new URL(siteOrigin(each)).origin === origin);
  return site ? { siteId: site.id, path } : null;
}
