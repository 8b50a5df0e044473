import { Injectable } from '@nestjs/common';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { Revisions, WorkingCopies, changedFields, restoreParts, type Snapshot } from '@pipit/revisions';
import { PageFields } from '../content/page-fields.js';
import { PageSnapshots, valuesOf } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { PageEdited } from '../events.js';
import { BeforeRevert } from '../hooks.js';
import type { Page } from '../page.entity.js';
import { PageAccess } from './page-access.js';
import { PageWriter, auditSubject } from './page-writer.js';

/** Which earlier state comes back. */
export interface RevertPageInput {
  readonly pageId: number;
  readonly revisionId: number;
  readonly baseRevisionId: number | null;
  /** Only these fields, or parts of fields by pointers with ids: `body`, `/body/0190…`. Default: all. */
  readonly fields?: readonly string[] | undefined;
}

/** Makes an earlier revision's values the latest draft. Nothing is lost: it is a new revision. */
@Injectable()
export class RevertPage extends Action<RevertPageInput, Page> {
  constructor(
    private readonly access: PageAccess,
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
    private readonly fields: PageFields,
    private readonly revisions: Revisions,
    private readonly writer: PageWriter,
    private readonly hooks: Hooks,
    private readonly copies: WorkingCopies,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: RevertPageInput): Promise<Page> {
    const page = await this.access.take(ctx, input.pageId, 'page.edit');
    await this.access.requireBase(ctx, page, input.baseRevisionId);
    const old = await this.revisions.find(ctx, { type: 'page', id: page.id }, input.revisionId);
    if (!old) throw notFound(`The page has no version ${input.revisionId}.`);
    const before = await this.snapshots.draftOf(ctx, page);
    const after = input.fields
      ? await this.withParts(ctx, page, before, old.snapshot, input.fields)
      : await this.whole(ctx, page, before, old.snapshot);
    await this.hooks.run(new BeforeRevert(ctx, page, old.id, after));
    const revision = await this.writer.saveDraft(ctx, page, after, input.fields ? before : old.snapshot);
    if (!input.fields) await this.copies.discard(ctx, { type: 'page', id: page.id });
    const data = { from: old.id, fields: changedFields(before, revision.snapshot) };
    ctx.record({ action: 'page.revert', subject: auditSubject(page), revisionId: revision.id, data });
    ctx.emit(new PageEdited(page));
    return page;
  }

  /** Fields that came later, and those the person may not change, stay as they are. */
  private async whole(ctx: WriteCtx, page: Page, before: Snapshot, old: Snapshot): Promise<Snapshot> {
    const { closed } = await this.fields.of(ctx, page);
    const kept = Object.entries(before.fields).filter(([name]) => closed.has(name));
    const fields = { ...before.fields, ...old.fields, ...Object.fromEntries(kept) };
    return this.snapshots.snapshot(this.types.of(page), { ...before.base, ...old.base }, fields);
  }

  private async withParts(
    ctx: WriteCtx,
    page: Page,
    before: Snapshot,
    old: Snapshot,
    parts: readonly string[],
  ): Promise<Snapshot> {
    const values = restoreParts(valuesOf(before), valuesOf(old), parts);
    const after = this.snapshots.ofValues(this.types.of(page), before, values);
    (await this.fields.of(ctx, page)).requireWritable(before, after);
    return after;
  }
}
