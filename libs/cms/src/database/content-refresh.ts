import { Injectable } from '@nestjs/common';
import { ContentTypes, referencesOf, type ContentType, type JsonObject } from '@pipit/content-types';
import { JobHandler, systemCtx, type Ctx } from '@pipit/kernel';
import { REFRESH_TASK } from '@pipit/migrator';
import { RecordSources, keyCast, type RecordId } from '@pipit/records';
import { ReferenceIndex } from '@pipit/references';
import { ContentStore, layoutOf, type Snapshot } from '@pipit/revisions';
import { SearchIndexing } from '@pipit/search';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';

/** Subjects read and written in one transaction. */
const BATCH = 200;
/** Below all keys. */
const MIN_ID = -1;

/** Makes the search index and the index of references anew after a migration has changed stored content. */
@Injectable()
export class ContentRefresh {
  constructor(
    private readonly dataSource: DataSource,
    private readonly types: ContentTypes,
    private readonly store: ContentStore,
    private readonly index: ReferenceIndex,
    private readonly search: SearchIndexing,
    private readonly sources: RecordSources,
  ) {}

  /** All subjects of a type, batch by batch. A type that is gone meanwhile has nothing to find. */
  @JobHandler(REFRESH_TASK)
  async refresh({ type: name }: { type: string }): Promise<void> {
    const type = this.types.find(name);
    if (!type) return;
    await this.inBatches(type, async (ctx, ids) => {
      await this.pointAnew(ctx, type, ids);
      await this.search.refresh(ctx, subjectOf(type), ids);
    });
  }

  /** Indexes anew what subjects of a type point at; `advance` is told how many were done. */
  async references(type: ContentType, advance: (subjects: number) => void): Promise<void> {
    await this.inBatches(type, async (ctx, ids) => {
      await this.pointAnew(ctx, type, ids);
      advance(ids.length);
    });
  }

  private async inBatches(type: ContentType, work: (ctx: Ctx, ids: readonly number[]) => Promise<void>): Promise<void> {
    // The indexes hold numbers alone.
    const [key] = this.dataSource.getMetadata(type.target as EntityTarget<ObjectLiteral>).primaryColumns;
    if (!key || !keyCast(key).startsWith('int')) return;
    for (let after = MIN_ID, more = true; more;) {
      await this.dataSource.transaction(async (manager) => {
        const ids = await this.idsAfter(manager, type, after);
        if (ids.length > 0) await work(systemCtx(manager, 'refresh'), ids);
        after = ids.at(-1) ?? after;
        more = ids.length === BATCH;
      });
    }
  }

  private async pointAnew(ctx: Ctx, type: ContentType, ids: readonly number[]): Promise<void> {
    const subject = subjectOf(type);
    const stored = await this.storedOf(ctx, type, ids);
    const drafts = await this.draftsOf(ctx, subject, ids);
    const hidden = await this.notLive(ctx, type, ids);
    for (const id of ids) {
      const live = hidden.has(id) ? null : (stored.get(id) ?? null);
      const draft = drafts.get(id) ?? stored.get(id) ?? {};
      await this.index.replace(
        ctx,
        { type: subject, id },
        { live: live && referencesOf(type.fields, live), draft: referencesOf(type.fields, draft) },
      );
    }
  }

  private async storedOf(
    ctx: Ctx,
    type: ContentType,
    ids: readonly number[],
  ): Promise<ReadonlyMap<RecordId, JsonObject>> {
    if (type.category !== 'model') return this.store.read(ctx, type.target, ids);
    return this.sources.require(type.name).source.read(ctx, type, ids);
  }

  /** The rows are held until the commit, so that nobody changes them between our reading and our writing. */
  private async idsAfter(manager: EntityManager, type: ContentType, after: number): Promise<number[]> {
    const { table, key } = placeOf(manager, type);
    const rows: { id: number | string }[] = await manager.query(
      `SELECT "${key}" AS id FROM "${table}" WHERE "${key}" > $1 ORDER BY "${key}" LIMIT $2 FOR SHARE`,
      [after, BATCH],
    );
    // 8-byte numbers come as text.
    return rows.map(({ id }) => Number(id));
  }

  private async draftsOf(ctx: Ctx, subject: string, ids: readonly number[]): Promise<Map<number, JsonObject>> {
    const rows: { id: number; snapshot: Snapshot }[] = await ctx.manager.query(
      `SELECT DISTINCT ON (subject_id) subject_id AS id, snapshot FROM revision
        WHERE subject_type = $1 AND subject_id = ANY($2) ORDER BY subject_id, id DESC`,
      [subject, ids],
    );
    return new Map(rows.map(({ id, snapshot }) => [id, snapshot.fields]));
  }

  /** Subjects whose row holds what nobody sees: pages and drafts that are not live. */
  private async notLive(ctx: Ctx, type: ContentType, ids: readonly number[]): Promise<Set<number>> {
    const { table, key, isLiveThere } = placeOf(ctx.manager, type);
    if (type.category !== 'page' && !isLiveThere) return new Set();
    const [source, id] = type.category === 'page' ? ['page', 'id'] : [table, key];
    const rows: { id: number }[] = await ctx.manager.query(
      `SELECT "${id}" AS id FROM "${source}" WHERE "${id}" = ANY($1) AND NOT live`,
      [ids],
    );
    return new Set(rows.map((row) => row.id));
  }
}

/** Pages of all types are one kind of subject. */
const subjectOf = ({ category, name }: ContentType): string => (category === 'page' ? 'page' : name);

function placeOf(manager: EntityManager, type: ContentType): { table: string; key: string; isLiveThere: boolean } {
  const { metadata } = layoutOf(manager, type.target);
  return {
    table: metadata.tableName,
    key: metadata.primaryColumns[0]!.databaseName,
    isLiveThere: metadata.columns.some(({ databaseName }) => databaseName === 'live'),
  };
}
