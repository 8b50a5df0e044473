import { Injectable } from '@nestjs/common';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { notFound, type Ctx } from '@pipit/kernel';
import {
  Revisions,
  TypeFields,
  VersionDifferences,
  WorkingCopies,
  plainVersion,
  revisionVersion,
  workingCopyVersion,
  type ComparedVersions,
  type VersionName,
  type VersionValues,
} from '@pipit/revisions';
import { SnippetAccess } from '../actions/snippet-access.js';
import { findSnippet } from '../queries/snippet-rows.js';
import { SnippetDrafts } from '../snippet-drafts.js';
import type { SnippetRow } from '../snippet-row.js';

/** Compares versions of snippets, for whoever may see rows of their type. */
@Injectable()
export class SnippetComparison {
  constructor(
    private readonly access: SnippetAccess,
    private readonly drafts: SnippetDrafts,
    private readonly fields: TypeFields,
    private readonly revisions: Revisions,
    private readonly copies: WorkingCopies,
    private readonly differences: VersionDifferences,
  ) {}

  /** What differs between two versions, without the fields the person may not see. */
  async of(
    ctx: Ctx,
    type: ContentType,
    id: number,
    from: VersionName | null,
    to: VersionName | null,
  ): Promise<ComparedVersions> {
    await this.access.permissions(ctx, type);
    const row = await findSnippet(ctx, type, id);
    const [before, after] = [await this.find(ctx, type, row, from), await this.find(ctx, type, row, to)];
    const readable = (values: JsonObject): Promise<JsonObject> => this.fields.readable(ctx, type, values);
    const [old, now] = [await readable(before.values), await readable(after.values)];
    const fields = await this.differences.of(ctx, type.fields, old, now);
    return { from: before.version, to: after.version, fields };
  }

  private async find(ctx: Ctx, type: ContentType, row: SnippetRow, name: VersionName | null): Promise<VersionValues> {
    if (name === 'draft') {
      const version = plainVersion('draft', row.latestRevisionId ?? null);
      return { version, values: await this.drafts.draftOf(ctx, type, row) };
    }
    if (name === 'live') {
      if (!row.live) throw notFound(`The ${type.label} is not live.`);
      const version = plainVersion('live', row.liveRevisionId ?? null);
      return { version, values: await this.drafts.rowOf(ctx, type, row) };
    }
    const subject = { type: type.name, id: row.id };
    if (name === 'working-copy') {
      const work = await this.copies.find(ctx, subject);
      if (!work) throw notFound(`You have no unsaved work on this ${type.label}.`);
      return { version: workingCopyVersion(work), values: work.snapshot.fields };
    }
    const revision = name === null ? null : await this.revisions.find(ctx, subject, name);
    if (!revision) throw notFound(`The ${type.label} has no version ${name ?? 'of that name'}.`);
    const version = revisionVersion(await this.revisions.summary(ctx, revision));
    return { version, values: revision.snapshot.fields };
  }
}
