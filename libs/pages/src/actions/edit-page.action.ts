import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { JsonObject } from '@pipit/content-types';
import { Action, type WriteCtx } from '@pipit/kernel';
import { Locale } from '@pipit/locales';
import { WorkingCopies, changedFields, type MergedWork, type Resolution } from '@pipit/revisions';
import { PageFields } from '../content/page-fields.js';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageEdited } from '../events.js';
import { PageMerging } from '../versions/page-merging.js';
import type { Page } from '../page.entity.js';
import { SlugStrategy } from '../tree/slug-strategy.js';
import { freeSlug, isBlank } from '../tree/slugs.js';
import { PageAccess } from './page-access.js';
import { PageWriter, auditSubject } from './page-writer.js';

/** New values for a page. */
export interface EditPageInput {
  readonly pageId: number;
  /** The revision the caller started from. */
  readonly baseRevisionId: number | null;
  /** Changed fields by name; others keep their draft values. */
  readonly fields: JsonObject;
  /** Goes live in the same transaction. */
  readonly publish?: boolean;
  /** What the caller decided after a conflict. */
  readonly resolve?: Resolution | undefined;
}

/** The page after an edit, and what others had changed meanwhile. */
export interface EditedPage {
  readonly page: Page;
  readonly merged: MergedWork | null;
}

/**
 * Saves a draft as a new revision. Live content stays as it is unless `publish` is asked for. An edit that began with
 * an older revision is joined with what others saved since, or refused where both changed the same.
 */
@Injectable()
export class EditPage extends Action<EditPageInput, EditedPage> {
  constructor(
    private readonly access: PageAccess,
    private readonly policy: Policy,
    private readonly snapshots: PageSnapshots,
    private readonly fields: PageFields,
    private readonly merging: PageMerging,
    private readonly writer: PageWriter,
    private readonly slugs: SlugStrategy,
    private readonly copies: WorkingCopies,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: EditPageInput): Promise<EditedPage> {
    const page = await this.access.take(ctx, input.pageId, 'page.edit');
    if (input.publish) await this.policy.require(ctx, 'page.publish', { kind: 'page', path: page.path });
    const before = await this.snapshots.draftOf(ctx, page);
    const fields = await this.withSlug(ctx, page, input.fields);
    const { snapshot: after, merged } = await this.merging.join(ctx, page, before, { ...input, fields });
    (await this.fields.of(ctx, page)).requireWritable(before, after);
    const revision = await this.writer.saveDraft(ctx, page, after, before);
    await this.copies.discard(ctx, { type: 'page', id: page.id });
    const data = { fields: changedFields(before, revision.snapshot), ...(merged ? { merged: merged.paths } : {}) };
    ctx.record({ action: 'page.edit', subject: auditSubject(page), revisionId: revision.id, data });
    ctx.emit(new PageEdited(page));
    if (input.publish) await this.writer.publish(ctx, page, before);
    return { page, merged };
  }

  /** An emptied slug is made anew from the title. */
  private async withSlug(ctx: WriteCtx, page: Page, fields: JsonObject): Promise<JsonObject> {
    if (!Object.hasOwn(fields, 'slug') || !isBlank(fields['slug'])) return fields;
    const title = typeof fields['title'] === 'string' ? fields['title'] : page.draftTitle;
    const locale = await ctx.manager.findOneByOrFail(Locale, { id: page.localeId });
    const wanted = this.slugs.slugFor(title, page.type, locale.code);
    return { ...fields, slug: await freeSlug(ctx, page.parentId!, wanted, page.id) };
  }
}
