import { Injectable } from '@nestjs/common';
import { titleOfRecord } from '@pipit/records';
import type { ContentType, JsonObject } from '@pipit/content-types';
import type { WriteCtx } from '@pipit/kernel';
import { Revisions, VersionMerging, changedValues, type MergedWork, type VersionedEdit } from '@pipit/revisions';
import { SnippetDrafts } from '../snippet-drafts.js';
import type { SnippetRow } from '../snippet-row.js';

/** Changed fields, and what their author started from and decided. */
export interface SnippetEdit extends VersionedEdit {
  /** Where the type has drafts: the revision the author started from. */
  readonly baseRevisionId?: number | null | undefined;
  readonly publish?: boolean;
}

/** Values with somebody's changes in them. */
export interface EditedSnippet {
  readonly values: JsonObject;
  /** What came from others; null when nobody else had changed anything. */
  readonly merged: MergedWork | null;
}

/** Puts changes into the newest values of a snippet, joined with what others saved since the author started. */
@Injectable()
export class SnippetMerging {
  constructor(
    private readonly merging: VersionMerging,
    private readonly drafts: SnippetDrafts,
    private readonly revisions: Revisions,
  ) {}

  async join(
    ctx: WriteCtx,
    type: ContentType,
    row: SnippetRow,
    newest: JsonObject,
    edit: SnippetEdit,
  ): Promise<EditedSnippet> {
    const latest = row.latestRevisionId ?? null;
    const knowsBase = type.drafts && edit.baseRevisionId !== undefined;
    const baseId = edit.baseRevisionId ?? null;
    // Publishing makes a new version of the row, and no new draft.
    if (knowsBase && baseId === latest) return { values: changedValues(type, newest, edit.fields), merged: null };
    const joined = await this.merging.join(
      ctx,
      type,
      {
        version: row.version,
        fields: newest,
        title: titleOfRecord(type, row.id, newest),
        isUnseen: type.drafts && edit.publish === true && row.liveRevisionId !== latest,
        ...(knowsBase ? { base: await this.drafts.at(ctx, type, row, baseId) } : {}),
      },
      edit,
    );
    if (joined.paths.length === 0) return { values: joined.values, merged: null };
    const subject = { type: type.name, id: row.id };
    const by = knowsBase ? await this.revisions.authorsSince(ctx, subject, baseId) : [];
    return { values: joined.values, merged: { by, paths: joined.paths } };
  }
}
