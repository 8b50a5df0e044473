import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import { Locale, Locales } from '@pipit/locales';
import { notePublication, type Snapshot } from '@pipit/revisions';
import { PageWriter } from '../actions/page-writer.js';
import { PageTypes } from '../content/page-types.js';
import { ROOT_ID, type Page } from '../page.entity.js';
import { PageTree } from '../tree/page-tree.js';
import { PageUrls } from '../tree/page-urls.js';
import { SlugStrategy } from '../tree/slug-strategy.js';
import { freeSlug, isBlank } from '../tree/slugs.js';

/** A page nobody has created yet. */
export interface PageToStage {
  /** Taken from the sequence before, so that it is nobody else's. */
  readonly id: number;
  readonly type: string;
  readonly parentId: number;
  readonly ownerId: number | null;
}

/**
 * Writes a draft into the rows that readers see, as publishing would, in a transaction that is taken back: previews read
 * them with what prints the live page. Nothing is checked, recorded or told; hooks do not run. Who may is asked before.
 */
@Injectable()
export class PageStaging {
  constructor(
    private readonly writer: PageWriter,
    private readonly types: PageTypes,
    private readonly tree: PageTree,
    private readonly urls: PageUrls,
    private readonly locales: Locales,
    private readonly slugs: SlugStrategy,
  ) {}

  /** Shows the snapshot in the place of an existing page. */
  async show(ctx: WriteCtx, pageId: number, snapshot: Snapshot): Promise<Page> {
    await this.tree.lockForWrite(ctx);
    const page = await this.tree.lockPage(ctx, pageId);
    return this.goLive(ctx, page, snapshot);
  }

  /** Shows the snapshot as a new page, the last child of its parent. */
  async showNew(ctx: WriteCtx, { id, type, parentId, ownerId }: PageToStage, snapshot: Snapshot): Promise<Page> {
    await this.tree.lockForWrite(ctx);
    const parent = await this.tree.lockPage(ctx, parentId);
    const title = String(snapshot.base['title'] ?? '');
    const given = snapshot.base['slug'];
    const locale = await this.localeBelow(ctx, parent);
    const wanted = isBlank(given) ? this.slugs.slugFor(title, type, locale.code) : String(given);
    const page = await this.tree.insert(ctx, parent.id, null, {
      id,
      type: this.types.require(type).name,
      title,
      slug: wanted,
      localeId: locale.id,
      ownerId,
    });
    return this.goLive(ctx, page, { ...snapshot, base: { ...snapshot.base, slug: page.slug } });
  }

  private localeBelow(ctx: WriteCtx, parent: Page): Promise<Locale> {
    if (parent.id === ROOT_ID) return this.locales.getDefault(ctx);
    return ctx.manager.findOneByOrFail(Locale, { id: parent.localeId });
  }

  private async goLive(ctx: WriteCtx, page: Page, snapshot: Snapshot): Promise<Page> {
    const publicPath = page.live ? page.urlPath : null;
    const slug = await this.slugOf(ctx, page, snapshot);
    page.expired = false;
    notePublication(page, new Date());
    await this.writer.writeRows(ctx, page, { ...snapshot, base: { ...snapshot.base, slug } });
    await this.writer.saveState(ctx, page);
    if (page.urlPath !== publicPath) await this.urls.refresh(ctx, page);
    return page;
  }

  /** A draft may ask for a slug that is taken, or for none; what is looked at has an address all the same. */
  private async slugOf(ctx: WriteCtx, page: Page, { base }: Snapshot): Promise<string> {
    const { slug } = base;
    if (page.parentId === null || isBlank(slug) || slug === page.slug) return page.slug;
    return freeSlug(ctx, page.parentId, String(slug), page.id);
  }
}
