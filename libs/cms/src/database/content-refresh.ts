import { Injectable } from '@nestjs/common';
import { ContentTypes, MAX_ID, referencesOf, type ContentType, type JsonObject } from '@pipit/content-types';
import { JobHandler, systemCtx, type Ctx } from '@pipit/kernel';
import { REFRESH_TASK } from '@pipit/migrator';
import { RecordSources, keyCast, readKey, type RecordId } from '@pipit/records';
import { ReferenceIndex } from '@pipit/references';
import { ContentStore, layoutOf, type Snapshot } from '@pipit/revisions';
import { SearchIndexing } from '@pipit/search';
import { DataSource, type EntityManager } from 'typeorm';

/** Subjects read and written in one transaction. */
const BATCH = 200;

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
      // The search index holds numbers alone.
      await this.search.refresh(ctx, subjectOf(type), numbersIn(ids));
    });
  }

  /** Indexes anew what subjects of a type point at; `advance` is told how many were done. */
  async references(type: ContentType, advance: (subjects: number) => void): Promise<void> {
    await this.inBatches(type, async (ctx, ids) => {
      await this.pointAnew(ctx, type, ids);
      advance(ids.length);
    });
  }

  private async inBatches(
    type: ContentType,
    work: (ctx: Ctx, ids: readonly RecordId[]) => Promise<void>,
  ): Promise<void> {
    // Rows of child items are part of what they belong to.
    if (type.category === 'item') return;
    for (let after: RecordId | null = null, more = true; more;) {
      await this.dataSource.transaction(async (manager) => {
        const ids = await this.idsAfter(manager, type, after);
        if (ids.length > 0) await work(systemCtx(manager, 'refresh'), ids);
        after = ids.at(-1) ?? after;
        more = ids.length === BATCH;
      });
    }
  }

  private async pointAnew(ctx: Ctx, type: ContentType, ids: readonly RecordId[]): Promise<void> {
    const subject = subjectOf(type);
    const stored = await this.storedOf(ctx, type, ids);
    const drafts = await this.draftsOf(ctx, subject, numbersIn(ids));
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
    ids: readonly RecordId[],
  ): Promise<ReadonlyMap<RecordId, JsonObject>> {
    if (type.category !== 'model') return this.store.read(ctx, type.target, numbersIn(ids));
    return this.sources.require(type.name).source.read(ctx, type, ids);
  }

  /** The rows are held until the commit, so that nobody changes them between our reading and our writing. */
  private async idsAfter(manager: EntityManager, type: ContentType, after: RecordId | null): Promise<RecordId[]> {
    const { table, key, column } = placeOf(manager, type);
    const cast = keyCast(column);
    const rows: { id: unknown }[] = await manager.query(
      `SELECT "${key}" AS id FROM "${table}" WHERE $1::${cast} IS NULL OR "${key}" > $1::${cast}
        ORDER BY "${key}" LIMIT $2 FOR SHARE`,
      [after, BATCH],
    );
    return rows.map(({ id }) => readKey(column, id));
  }

  private async draftsOf(ctx: Ctx, subject: string, ids: readonly number[]): Promise<Map<RecordId, JsonObject>> {
    const rows: { id: RecordId; snapshot: Snapshot }[] = await ctx.manager.query(
      `SELECT DISTINCT ON (r.subject_id) r.subject_id AS id, r.snapshot FROM revision r
        WHERE r.subject_type = $1 AND r.subject_id = ANY($2) ORDER BY r.subject_id, r.id DESC`,
      [subject, ids],
    );
    return new Map(rows.map(({ id, snapshot }) => [id, snapshot.fields]));
  }

  /** Subjects whose row holds what nobody sees: pages and drafts that are not live. */
  private async notLive(ctx: Ctx, type: ContentType, ids: readonly RecordId[]): Promise<Set<RecordId>> {
    const { table, key, isLiveThere } = placeOf(ctx.manager, type);
    if (type.category !== 'page' && !isLiveThere) return new Set();
    const [source, id] = type.category === 'page' ? ['page', 'id'] : [table, key];
    const rows: { id: RecordId }[] = await ctx.manager.query(
      `SELECT "${id}" AS id FROM "${source}" WHERE "${id}" = ANY($1) AND NOT live`,
      [ids],
    );
    return new Set(rows.map((row) => row.id));
  }
}

/** Pages of all types are one kind of subject. */
const subjectOf = ({ category, name }: ContentType): string => (category === 'page' ? 'page' : name);

const numbersIn = (ids: readonly RecordId[]): number[] =>
  ids.filter((id): id is number => typeof id === 'number' && id <= MAX_ID);

function placeOf(manager: EntityManager, type: ContentType) {
  const { metadata } = layoutOf(manager, type.target);
  const column = metadata.primaryColumns[0]!;
  return {
    table: metadata.tableName,
    column,
    key: column.databaseName,
    isLiveThere: metadata.columns.some(({ databaseName }) => databaseName === 'live'),
  };
}
