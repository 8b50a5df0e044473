import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { forbidden, type Ctx } from '@pipit/kernel';
import { Page, PageDetails, PageFields, PageSnapshots, PageStaging, PageTypes, TreeRules } from '@pipit/pages';
import { LinkTargets, type Snapshot } from '@pipit/revisions';
import { withHiddenAsPublic } from '../hidden-fields.js';
import type { PreviewKind, ReadyDraft } from '../preview-kind.js';
import { SourceValues } from '../source-values.js';
import type { PageSubject } from '../subject.js';
import type { PreviewClaims } from '../tokens/preview-claims.js';

/** Drafts of pages, ready to be shown. */
@Injectable()
export class PagePreviews implements PreviewKind {
  constructor(
    private readonly details: PageDetails,
    private readonly fields: PageFields,
    private readonly snapshots: PageSnapshots,
    private readonly staging: PageStaging,
    private readonly types: PageTypes,
    private readonly rules: TreeRules,
    private readonly policy: Policy,
    private readonly targets: LinkTargets,
    private readonly values: SourceValues,
  ) {}

  ready(ctx: Ctx, claims: PreviewClaims): Promise<ReadyDraft> {
    const subject = claims.subject as PageSubject;
    return subject.parentId === null
      ? this.readyPage(ctx, claims, subject.id)
      : this.readyNewPage(ctx, claims, subject, subject.parentId);
  }

  private async readyPage(ctx: Ctx, claims: PreviewClaims, id: number): Promise<ReadyDraft> {
    const row = await this.details.readable(ctx, id);
    const mayEdit = row.can.edit;
    if (isOwn(claims) && !mayEdit) throw forbidden(`You may not change “${row.title}”.`);
    const page = await ctx.manager.findOneByOrFail(Page, { id });
    const draft = await this.snapshots.draftOf(ctx, page);
    const { snapshot, version } = await this.values.of(ctx, claims, { draft, draftVersion: page.latestRevisionId });
    const type = this.types.of(page);
    const open = await this.fields.of(ctx, page);
    const live = page.live ? (await this.snapshots.liveOf(ctx, page)).fields : null;
    const shown = withHiddenAsPublic(type, snapshot.fields, open.isReadable, live);
    const ready = await this.complete(ctx, page, { ...snapshot, fields: shown });
    return { version, stage: async (tx) => void (await this.staging.show(tx, id, ready)) };
  }

  private async readyNewPage(
    ctx: Ctx,
    claims: PreviewClaims,
    { id, type }: PageSubject,
    parentId: number,
  ): Promise<ReadyDraft> {
    const parent = await this.requireAdding(ctx, type, parentId);
    const { snapshot, version } = await this.values.of(ctx, claims, null);
    const page = { type, path: parent.path };
    const open = await this.fields.of(ctx, page);
    const shown = withHiddenAsPublic(this.types.require(type), snapshot.fields, open.isReadable, null);
    const ready = await this.complete(ctx, page, { ...snapshot, fields: shown });
    const place = { id, type, parentId, ownerId: claims.userId };
    return { version, stage: async (tx) => void (await this.staging.showNew(tx, place, ready)) };
  }

  /** The parent of a page to be; refuses whoever may not add one of that type there. */
  async requireAdding(ctx: Ctx, typeName: string, parentId: number): Promise<Page> {
    const type = this.types.require(typeName);
    await this.details.visible(ctx, parentId);
    const parent = await ctx.manager.findOneByOrFail(Page, { id: parentId });
    await this.policy.require(ctx, 'page.add', { kind: 'page', path: parent.path });
    this.rules.requireCreatable(type);
    await this.rules.require(ctx, type, parent);
    return parent;
  }

  private async complete(ctx: Ctx, page: Pick<Page, 'type'>, snapshot: Snapshot): Promise<Snapshot> {
    const fields = await this.targets.withoutGone(ctx, this.types.of(page).fields, snapshot.fields);
    return { ...snapshot, fields };
  }
}

/** What only those may look at who may write it. */
function isOwn({ source }: PreviewClaims): boolean {
  return source === 'posted' || source === 'working-copy';
}
