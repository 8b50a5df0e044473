import { Injectable } from '@nestjs/common';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { forbidden, notFound, takeId, type Ctx } from '@pipit/kernel';
import { Locales } from '@pipit/locales';
import {
  LinkTargets,
  Revisions,
  TypeFields,
  changedValues,
  requireTargets,
  requireValid,
  type Snapshot,
} from '@pipit/revisions';
import { SnippetAccess, SnippetDrafts, SnippetTypes, findSnippet, snippetSnapshot } from '@pipit/snippets';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { PreviewWish } from '../preview-kind.js';
import { PreviewOffers, type PreviewOffer } from '../preview-offers.js';
import { defaultSite } from '../sites.js';
import type { SnippetSubject } from '../subject.js';

/** Offers previews of snippets, where their type declares ways to look at a draft. */
@Injectable()
export class OfferSnippetPreview {
  constructor(
    private readonly offers: PreviewOffers,
    private readonly types: SnippetTypes,
    private readonly access: SnippetAccess,
    private readonly drafts: SnippetDrafts,
    private readonly fields: TypeFields,
    private readonly targets: LinkTargets,
    private readonly revisions: Revisions,
    private readonly locales: Locales,
  ) {}

  /** A preview of a snippet: of its draft, of one's own working copy, of a version, or of values not saved yet. */
  async run(
    ctx: Ctx,
    typeName: string,
    id: number,
    wish: PreviewWish,
    editorOrigin: string | null,
  ): Promise<PreviewOffer> {
    const type = this.types.require(typeName);
    this.offers.requireMode(type, wish.mode);
    const can = await this.access.permissions(ctx, type);
    const row = await findSnippet(ctx, type, id);
    const isOwn = wish.source === 'posted' || wish.source === 'working-copy';
    if (isOwn && !can.edit) throw forbidden(`You may not change ${type.labelPlural}.`);
    if (wish.source === 'revision') await this.requireRevision(ctx, type, id, wish.revisionId);
    const before = await this.drafts.draftOf(ctx, type, row);
    const posted = wish.source === 'posted' ? await this.posted(ctx, type, before, wish.fields ?? {}) : null;
    return this.offer(
      ctx,
      type,
      { category: 'snippet', type: type.name, id, isNew: false },
      posted,
      wish,
      editorOrigin,
    );
  }

  /** A preview of a snippet that is still to be created. */
  async runNew(
    ctx: Ctx,
    typeName: string,
    { mode, fields }: Pick<PreviewWish, 'mode' | 'fields'>,
    editorOrigin: string | null,
  ): Promise<PreviewOffer> {
    const type = this.types.require(typeName);
    this.offers.requireMode(type, mode);
    await this.access.require(ctx, type, 'snippet.add');
    const posted = await this.posted(ctx, type, null, fields ?? {});
    const unplaced: SnippetSubject = { category: 'snippet', type: type.name, id: 0, isNew: true };
    const { tableName } = ctx.manager.connection.getMetadata(type.target as EntityTarget<ObjectLiteral>);
    const id = (await this.offers.reservedId(ctx, unplaced)) ?? (await takeId(ctx.manager, tableName));
    return this.offer(ctx, type, { ...unplaced, id }, posted, { mode, source: 'posted' }, editorOrigin);
  }

  private async offer(
    ctx: Ctx,
    type: ContentType,
    subject: SnippetSubject,
    posted: Snapshot | null,
    wish: PreviewWish,
    editorOrigin: string | null,
  ): Promise<PreviewOffer> {
    const [site, locale] = [await defaultSite(ctx), await this.locales.getDefault(ctx)];
    return this.offers.offer(ctx, { type, subject, site, locale: locale.code, posted }, wish, editorOrigin);
  }

  /** What can be kept as unsaved work can be looked at: complete it need not be. */
  private async posted(ctx: Ctx, type: ContentType, before: JsonObject | null, given: JsonObject): Promise<Snapshot> {
    const after = changedValues(type, before, given);
    await this.fields.requireWritable(ctx, type, before ?? changedValues(type, null, {}), after);
    requireValid(type, after, 'keep', before);
    await requireTargets(ctx, this.targets, type, after, before);
    return snippetSnapshot(type, after);
  }

  private async requireRevision(ctx: Ctx, type: ContentType, id: number, revisionId: number | undefined) {
    const found = await this.revisions.find(ctx, { type: type.name, id }, revisionId ?? 0);
    if (!found) throw notFound(`The ${type.label} has no version ${revisionId ?? ''}.`);
  }
}
