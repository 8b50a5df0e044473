import { Injectable } from '@nestjs/common';
import type { WriteCtx } from '@pipit/kernel';
import type { Revision, Snapshot } from '@pipit/revisions';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { PageEdited, PagePublished } from '../events.js';
import type { Page } from '../page.entity.js';
import { SharedFields } from './shared-fields.js';
import { differingNames } from './shared-values.js';

/** What the writer of pages does for the carrier. */
export interface CopyKeeper {
  /** Stores a draft as the latest revision. */
  keepDraft(ctx: WriteCtx, page: Page, draft: Snapshot): Promise<Revision>;
  /** Shows readers other values of a live page, whose draft stays as it is. */
  replaceLive(ctx: WriteCtx, page: Page, live: Snapshot, draft: Snapshot): Promise<void>;
}

/** Carries shared values from the page that owns them to its translations, in the transaction that changed them. */
@Injectable()
export class SharedCarrier {
  constructor(
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
    private readonly shared: SharedFields,
  ) {}

  /** After a draft of the owner was stored. */
  async carryDraft(ctx: WriteCtx, source: Page, draft: Snapshot, keeper: CopyKeeper): Promise<void> {
    for (const page of await this.shared.copiesOf(ctx, source)) {
      const own = await this.snapshots.draftOf(ctx, page);
      const next = this.shared.shared(page, own, draft);
      if (next === own) continue;
      const revision = await keeper.keepDraft(ctx, page, next);
      this.record(ctx, page, source, { fields: differingNames(this.types.of(page), own, next) }, revision.id);
      ctx.emit(new PageEdited(page));
    }
  }

  /** After the owner went live. Translations that are not live stay so. */
  async carryLive(ctx: WriteCtx, source: Page, live: Snapshot, keeper: CopyKeeper): Promise<void> {
    for (const page of await this.shared.copiesOf(ctx, source)) {
      if (!page.live) continue;
      const own = await this.snapshots.liveOf(ctx, page);
      const next = this.shared.shared(page, own, live);
      if (next === own) continue;
      await keeper.replaceLive(ctx, page, next, await this.snapshots.draftOf(ctx, page));
      const fields = differingNames(this.types.of(page), own, next);
      this.record(ctx, page, source, { fields, live: true }, page.liveRevisionId);
      ctx.emit(new PagePublished(page));
    }
  }

  /** Gives pages that come to their translations, from the trash or as mirrors no more, the values these have by now. */
  async rejoin(ctx: WriteCtx, pageIds: readonly number[], keeper: CopyKeeper): Promise<void> {
    for (const page of await this.shared.sharingAmong(ctx, pageIds)) {
      const owner = await this.shared.ownerBeside(ctx, page, pageIds);
      if (!owner) continue;
      const draft = await this.snapshots.draftOf(ctx, page);
      const next = this.shared.shared(page, draft, await this.snapshots.draftOf(ctx, owner));
      if (next !== draft) await keeper.keepDraft(ctx, page, next);
      if (!page.live || !owner.live) continue;
      const live = await this.snapshots.liveOf(ctx, page);
      const nextLive = this.shared.shared(page, live, await this.snapshots.liveOf(ctx, owner));
      if (nextLive !== live) await keeper.replaceLive(ctx, page, nextLive, next);
    }
  }

  private record(
    ctx: WriteCtx,
    { id, draftTitle: label }: Page,
    source: Page,
    data: { fields: string[]; live?: boolean },
    revisionId: number | null,
  ): void {
    const from = { id: source.id, title: source.draftTitle };
    ctx.record({ action: 'page.share', subject: { type: 'page', id, label }, revisionId, data: { from, ...data } });
  }
}
