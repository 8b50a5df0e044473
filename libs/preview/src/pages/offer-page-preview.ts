import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import { forbidden, invalid, notFound, takeId, type Ctx } from '@pipit/kernel';
import { Page, PageDetails, PageFields, PageSnapshots, PageTypes } from '@pipit/pages';
import { LinkTargets, Revisions, type Snapshot } from '@pipit/revisions';
import type { PreviewWish } from '../preview-kind.js';
import { PreviewOffers, type PreviewOffer } from '../preview-offers.js';
import { siteOfPath } from '../sites.js';
import type { PageSubject } from '../subject.js';
import { PagePreviews } from './page-previews.js';

/** A page nobody has created yet, as far as its form is filled in. */
export interface NewPageWish {
  readonly type: string;
  readonly parentId: number;
  readonly mode?: string | undefined;
  readonly fields: JsonObject;
}

/** Offers previews of pages to whoever may read or write their drafts. */
@Injectable()
export class OfferPagePreview {
  constructor(
    private readonly offers: PreviewOffers,
    private readonly previews: PagePreviews,
    private readonly details: PageDetails,
    private readonly fields: PageFields,
    private readonly snapshots: PageSnapshots,
    private readonly types: PageTypes,
    private readonly targets: LinkTargets,
    private readonly revisions: Revisions,
  ) {}

  /** A preview of a page: of its draft, of one's own working copy, of a version, or of values not saved yet. */
  async run(ctx: Ctx, id: number, wish: PreviewWish, editorOrigin: string | null): Promise<PreviewOffer> {
    const row = await this.details.readable(ctx, id);
    const page = await ctx.manager.findOneByOrFail(Page, { id });
    const type = this.types.of(page);
    if (wish.source !== 'draft' && wish.source !== 'revision' && !row.can.edit) {
      throw forbidden(`You may not change “${row.title}”.`);
    }
    if (wish.source === 'revision') await this.requireRevision(ctx, id, wish.revisionId);
    const posted = wish.source === 'posted' ? await this.posted(ctx, page, wish.fields ?? {}) : null;
    const subject: PageSubject = { category: 'page', type: type.name, id, parentId: null };
    const site = await siteOfPath(ctx, page.path);
    return this.offers.offer(ctx, { type, subject, site, locale: row.locale, posted }, wish, editorOrigin);
  }

  /** A preview of a page that is still to be created. */
  async runNew(ctx: Ctx, wish: NewPageWish, editorOrigin: string | null): Promise<PreviewOffer> {
    const parent = await this.previews.requireAdding(ctx, wish.type, wish.parentId);
    const type = this.types.require(wish.type);
    const posted = this.snapshots.create(type, wish.fields);
    const open = await this.fields.of(ctx, { type: type.name, path: parent.path });
    open.requireWritable(this.snapshots.create(type, {}), posted);
    await this.requireShape(ctx, type.name, posted, null);
    const unplaced: PageSubject = { category: 'page', type: type.name, id: 0, parentId: parent.id };
    const id = (await this.offers.reservedId(ctx, unplaced)) ?? (await takeId(ctx.manager, 'page'));
    const { locale } = await this.details.visible(ctx, parent.id);
    const site = await siteOfPath(ctx, parent.path);
    const offered = { type, subject: { ...unplaced, id }, site, locale, posted };
    return this.offers.offer(ctx, offered, { mode: wish.mode, source: 'posted' }, editorOrigin);
  }

  private async posted(ctx: Ctx, page: Page, given: JsonObject): Promise<Snapshot> {
    const before = await this.snapshots.draftOf(ctx, page);
    const after = this.snapshots.merge(this.types.of(page), before, given);
    (await this.fields.of(ctx, page)).requireWritable(before, after);
    await this.requireShape(ctx, page.type, after, before);
    return after;
  }

  /** What can be kept as unsaved work can be looked at: complete it need not be. */
  private async requireShape(ctx: Ctx, typeName: string, draft: Snapshot, stored: Snapshot | null): Promise<void> {
    const type = this.types.of({ type: typeName });
    this.snapshots.validate(type, draft, 'keep', stored);
    const errors = await this.targets.faults(ctx, type.fields, draft.fields, stored?.fields ?? null);
    if (errors.length > 0) throw invalid('The page points at things that are not there.', errors);
  }

  private async requireRevision(ctx: Ctx, id: number, revisionId: number | undefined): Promise<void> {
    const found = await this.revisions.find(ctx, { type: 'page', id }, revisionId ?? 0);
    if (!found) throw notFound(`The page has no version ${revisionId ?? ''}.`);
  }
}
