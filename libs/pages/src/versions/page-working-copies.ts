import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { WorkingCopies, baseRevisionGone, changedFields, type Snapshot, type WorkToKeep } from '@pipit/revisions';
import { PageAccess } from '../actions/page-access.js';
import { PageFields } from '../content/page-fields.js';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { pageNotFound } from '../errors.js';
import { Page } from '../page.entity.js';
import { TRASH_PATH } from '../tree/roots.js';

/** Work on a page that its author did not save yet. */
export interface PageWorkingCopy {
  readonly baseRevisionId: number | null;
  /** All values the person may see. */
  readonly fields: JsonObject;
  readonly changedFields: string[];
  readonly updatedAt: Date;
}

/** Changed values to be kept, and what they continue. */
export interface PageWorkToKeep extends Pick<WorkToKeep, 'baseRevisionId' | 'replaces'> {
  readonly fields: JsonObject;
}

const subjectOf = ({ id }: Page) => ({ type: 'page', id });

/** The acting person's own unsaved work on pages. */
@Injectable()
export class PageWorkingCopies {
  constructor(
    private readonly copies: WorkingCopies,
    private readonly access: PageAccess,
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
    private readonly fields: PageFields,
  ) {}

  /** The work on a page; null when there is none. */
  async find(ctx: Ctx, pageId: number): Promise<PageWorkingCopy | null> {
    const page = await this.editable(ctx, pageId);
    const work = await this.copies.find(ctx, subjectOf(page));
    if (!work) return null;
    const { baseRevisionId, snapshot, updatedAt } = work;
    const open = await this.fields.of(ctx, page);
    const changed = changedFields(await this.snapshots.at(ctx, page, baseRevisionId), snapshot);
    return {
      baseRevisionId,
      updatedAt,
      fields: open.readable(snapshot),
      changedFields: changed.filter(open.isReadable),
    };
  }

  /** Keeps changed values. They may be incomplete, but not of the wrong shape. */
  async keep(ctx: Ctx, pageId: number, { baseRevisionId, fields, replaces }: PageWorkToKeep): Promise<Date> {
    const page = await this.editable(ctx, pageId);
    await this.access.requireOwnContent(ctx, page);
    const base = await this.baseOf(ctx, page, baseRevisionId);
    const snapshot = this.snapshots.merge(this.types.of(page), base, fields);
    (await this.fields.of(ctx, page)).requireWritable(base, snapshot);
    this.snapshots.validate(this.types.of(page), snapshot, 'keep', base);
    return this.copies.save(ctx, subjectOf(page), { baseRevisionId, snapshot, replaces });
  }

  /** Gives the work up. */
  async discard(ctx: Ctx, pageId: number): Promise<void> {
    await this.copies.discard(ctx, subjectOf(await this.editable(ctx, pageId)));
  }

  private async baseOf(ctx: Ctx, page: Page, revisionId: number | null): Promise<Snapshot> {
    const base = await this.snapshots.at(ctx, page, revisionId);
    if (!base) throw baseRevisionGone('The version this work began with is not kept any more.');
    return base;
  }

  private async editable(ctx: Ctx, pageId: number): Promise<Page> {
    const page = await ctx.manager.findOneBy(Page, { id: pageId });
    if (!page || page.parentId === null || page.path.startsWith(TRASH_PATH)) throw pageNotFound(pageId);
    await this.access.requireOn(ctx, page, 'page.edit');
    return page;
  }
}
