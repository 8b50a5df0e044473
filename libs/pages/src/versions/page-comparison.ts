import { Injectable } from '@nestjs/common';
import { notFound, type Ctx } from '@pipit/kernel';
import {
  Revisions,
  VersionDifferences,
  WorkingCopies,
  plainVersion,
  revisionVersion,
  workingCopyVersion,
  type ComparedVersion,
  type ComparedVersions,
  type Snapshot,
  type VersionName,
} from '@pipit/revisions';
import { BASE_FIELDS } from '../content/base-fields.js';
import { PageFields } from '../content/page-fields.js';
import { PageSnapshots } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import { Page } from '../page.entity.js';
import { PageDetails } from '../queries/page-details.js';

interface Found {
  readonly version: ComparedVersion;
  readonly snapshot: Snapshot;
}

/** Compares versions of pages, for whoever may read what the page says. */
@Injectable()
export class PageComparison {
  constructor(
    private readonly details: PageDetails,
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
    private readonly fields: PageFields,
    private readonly revisions: Revisions,
    private readonly copies: WorkingCopies,
    private readonly differences: VersionDifferences,
  ) {}

  /** What differs between two versions, without the fields the person may not see. */
  async of(ctx: Ctx, pageId: number, from: VersionName | null, to: VersionName | null): Promise<ComparedVersions> {
    await this.details.readable(ctx, pageId);
    const page = await ctx.manager.findOneByOrFail(Page, { id: pageId });
    const [before, after] = [await this.find(ctx, page, from), await this.find(ctx, page, to)];
    const open = await this.fields.of(ctx, page);
    const nodes = [...BASE_FIELDS, ...this.types.of(page).fields];
    const [old, now] = [open.readable(before.snapshot), open.readable(after.snapshot)];
    const fields = await this.differences.of(ctx, nodes, old, now);
    return { from: before.version, to: after.version, fields };
  }

  private async find(ctx: Ctx, page: Page, name: VersionName | null): Promise<Found> {
    if (name === 'draft') {
      return {
        version: plainVersion('draft', page.latestRevisionId),
        snapshot: await this.snapshots.draftOf(ctx, page),
      };
    }
    if (name === 'live') {
      if (!page.live) throw notFound('The page is not live.');
      return { version: plainVersion('live', page.liveRevisionId), snapshot: await this.snapshots.liveOf(ctx, page) };
    }
    const subject = { type: 'page', id: page.id };
    if (name === 'working-copy') {
      const work = await this.copies.find(ctx, subject);
      if (!work) throw notFound('You have no unsaved work on this page.');
      return { version: workingCopyVersion(work), snapshot: work.snapshot };
    }
    const revision = name === null ? null : await this.revisions.find(ctx, subject, name);
    if (!revision) throw notFound(`The page has no version ${name ?? 'of that name'}.`);
    return { version: revisionVersion(await this.revisions.summary(ctx, revision)), snapshot: revision.snapshot };
  }
}
