import { Injectable } from '@nestjs/common';
import type { ContentType, JsonObject } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { ContentStore, Revisions } from '@pipit/revisions';
import type { SnippetRow } from './snippet-row.js';

/** Reads what a snippet says: to its editors and to its readers. */
@Injectable()
export class SnippetDrafts {
  constructor(
    private readonly store: ContentStore,
    private readonly revisions: Revisions,
  ) {}

  /** The latest values: those of the latest revision, else what the row holds. */
  async draftOf(ctx: Ctx, type: ContentType, row: SnippetRow): Promise<JsonObject> {
    const id = row.latestRevisionId ?? null;
    if (id === null) return this.rowOf(ctx, type, row);
    return (await this.revisions.get(ctx, id)).snapshot.fields;
  }

  /**
   * What a snippet said at a revision; null when that is not kept any more. Without a revision: what it said before it
   * had any, which its row holds until it is published again.
   */
  async at(ctx: Ctx, type: ContentType, row: SnippetRow, revisionId: number | null): Promise<JsonObject | null> {
    if (revisionId !== null) {
      const revision = await this.revisions.find(ctx, { type: type.name, id: row.id }, revisionId);
      return revision?.snapshot.fields ?? null;
    }
    const untouched = row.latestRevisionId == null || (row.live === true && row.liveRevisionId === null);
    return untouched ? this.rowOf(ctx, type, row) : null;
  }

  /** The latest values of many rows. */
  async draftsOf(ctx: Ctx, type: ContentType, rows: readonly SnippetRow[]): Promise<Map<number, JsonObject>> {
    const plain = rows.filter(({ latestRevisionId }) => latestRevisionId == null).map(({ id }) => id);
    const drafts = new Map(plain.length > 0 ? await this.store.read(ctx, type.target, plain) : []);
    const revisions = await this.revisions.all(
      ctx,
      rows.flatMap(({ latestRevisionId }) => latestRevisionId ?? []),
    );
    for (const { id, latestRevisionId } of rows) {
      const revision = revisions.get(latestRevisionId ?? 0);
      if (revision) drafts.set(id, revision.snapshot.fields);
    }
    return drafts;
  }

  /** What the row itself holds: the public values, or the draft of a snippet that was never live. */
  async rowOf(ctx: Ctx, type: ContentType, { id }: SnippetRow): Promise<JsonObject> {
    return (await this.store.read(ctx, type.target, [id])).get(id) ?? {};
  }
}
