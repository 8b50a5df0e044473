import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import type { WriteCtx } from '@pipit/kernel';
import {
  EditMerging,
  Revisions,
  baseRevisionGone,
  type MergedWork,
  type Resolution,
  type Snapshot,
} from '@pipit/revisions';
import { BASE_FIELDS } from '../content/base-fields.js';
import { PageFields } from '../content/page-fields.js';
import { PageSnapshots, valuesOf } from '../content/page-snapshots.js';
import { PageTypes } from '../content/page-types.js';
import type { Page } from '../page.entity.js';
import { PageConflicts } from './page-conflicts.js';

/** Changed fields, and what their author started from and decided. */
export interface PageEdit {
  readonly baseRevisionId: number | null;
  readonly fields: JsonObject;
  readonly publish?: boolean;
  readonly resolve?: Resolution | undefined;
}

/** A draft with somebody's changes in it. */
export interface EditedDraft {
  readonly snapshot: Snapshot;
  /** Null when nobody else had changed anything. */
  readonly merged: MergedWork | null;
}

/**
 * Puts changes into the newest draft. Those that began with an older version are joined with what others saved since:
 * field by field, block by block. What both changed is refused with both versions and what they began with.
 */
@Injectable()
export class PageMerging {
  constructor(
    private readonly merging: EditMerging,
    private readonly conflicts: PageConflicts,
    private readonly types: PageTypes,
    private readonly snapshots: PageSnapshots,
    private readonly fields: PageFields,
    private readonly revisions: Revisions,
  ) {}

  async join(ctx: WriteCtx, page: Page, newest: Snapshot, edit: PageEdit): Promise<EditedDraft> {
    const type = this.types.of(page);
    const { baseRevisionId, resolve } = edit;
    if (page.latestRevisionId === null || page.latestRevisionId === baseRevisionId) {
      return { snapshot: this.snapshots.merge(type, newest, edit.fields), merged: null };
    }
    const base = await this.snapshots.at(ctx, page, baseRevisionId);
    if (!base) throw await this.baseGone(ctx, page);
    const mine = this.snapshots.merge(type, base, edit.fields);
    const open = await this.fields.of(ctx, page);
    // Before anything is said about what others did to fields this person may not even see.
    open.requireWritable(base, mine);
    const isSeen = resolve?.against === page.latestRevisionId;
    const joined = await this.merging.join(ctx, {
      nodes: [...BASE_FIELDS, ...type.fields],
      base: valuesOf(base),
      theirs: valuesOf(newest),
      mine: valuesOf(mine),
      choices: isSeen ? resolve.choices : {},
      isUnseen: edit.publish === true && !isSeen && !isLive(page),
      isReadable: open.isReadable,
      refusal: async () => ({
        ...(await this.conflicts.newest(ctx, page)),
        base: { revisionId: baseRevisionId, fields: open.readable(base) },
      }),
    });
    const by = await this.revisions.authorsSince(ctx, { type: 'page', id: page.id }, baseRevisionId);
    const merged = joined.paths.length > 0 ? { by, paths: joined.paths } : null;
    return { snapshot: this.snapshots.ofValues(type, newest, joined.values), merged };
  }

  private async baseGone(ctx: WriteCtx, page: Page) {
    const { current } = await this.conflicts.newest(ctx, page);
    const detail = 'Somebody saved since, and the version these changes began with is not kept any more.';
    return baseRevisionGone(detail, [], { current });
  }
}

/** What is newest is what readers see, so publishing over it shows them nothing unseen. */
function isLive({ live, liveRevisionId, latestRevisionId }: Page): boolean {
  return live && liveRevisionId === latestRevisionId;
}
