import { Injectable } from '@nestjs/common';
import { ContentTypes } from '@pipit/content-types';
import { JobHandler } from '@pipit/kernel';
import { DocumentSources } from '@pipit/media';
import { keyCast } from '@pipit/records';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { ContentRefresh } from './content-refresh.js';

/** Sources that are no declared types, and their entities. */
const BUILT_IN: Readonly<Record<string, string>> = { page: 'Page', document: 'Document' };

/** Entries of the reference index whose source is not there any more. */
export interface StaleReferences {
  /** Type of the sources. */
  readonly sourceType: string;
  readonly entries: number;
  /** False for types nobody declares (now). */
  readonly isDeclared: boolean;
}

/**
 * Keeps the index of references true where rows go without an action: with their site, by a cascade, or because code
 * deletes rows of an entity of its own.
 */
@Injectable()
export class ReferenceUpkeep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly types: ContentTypes,
    private readonly content: ContentRefresh,
    private readonly documents: DocumentSources,
  ) {}

  /** What is left of sources that are gone, by their type. */
  async stale(): Promise<StaleReferences[]> {
    const { manager } = this.dataSource;
    const found: StaleReferences[] = [];
    for (const sourceType of await sourceTypes(manager)) {
      const condition = this.goneSql(manager, sourceType);
      const rows: { entries: number }[] = await manager.query(
        `SELECT count(*)::int AS entries FROM reference r WHERE r.source_type = $1 AND ${condition ?? 'true'}`,
        [sourceType],
      );
      const { entries } = rows[0]!;
      if (entries > 0) found.push({ sourceType, entries, isDeclared: condition !== null });
    }
    return found;
  }

  /** Drops what is left of sources that are gone. Types nobody declares may come back with their plugin, so they stay. */
  @JobHandler('pipit:sweep-references', { cron: '41 3 * * *' })
  async sweep(): Promise<void> {
    const { manager } = this.dataSource;
    for (const sourceType of await sourceTypes(manager)) {
      const condition = this.goneSql(manager, sourceType);
      if (condition)
        await manager.query(`DELETE FROM reference r WHERE r.source_type = $1 AND ${condition}`, [sourceType]);
    }
  }

  /** Makes the index anew from what is stored; `advance` is told each type and how many of its subjects were done. */
  async rebuild(advance: (type: string, subjects: number) => void = () => undefined): Promise<void> {
    for (const type of this.types.all()) {
      await this.content.references(type, (subjects) => advance(type.name, subjects));
    }
    advance('document', await this.documents.indexAll(this.dataSource));
    await this.sweep();
    const declared = [...Object.keys(BUILT_IN), ...this.types.all().map(({ name }) => name)];
    await this.dataSource.query(`DELETE FROM reference WHERE NOT (source_type = ANY($1::varchar[]))`, [declared]);
  }

  /** SQL that is true of entries `r` whose source is gone; null for types nobody declares. */
  private goneSql(manager: EntityManager, sourceType: string): string | null {
    const target = BUILT_IN[sourceType] ?? this.types.find(sourceType)?.target;
    if (!target) return null;
    const { tablePath, primaryColumns } = manager.connection.getMetadata(target as EntityTarget<ObjectLiteral>);
    const key = primaryColumns[0]!;
    const column = `t."${key.databaseName}"`;
    const isSource = /^int[24]$/.test(keyCast(key))
      ? `${column} = r.source_id`
      : `${column}::text = coalesce(r.source_key, r.source_id::text)`;
    return `NOT EXISTS (SELECT 1 FROM "${tablePath}" t WHERE ${isSource})`;
  }
}

async function sourceTypes(manager: EntityManager): Promise<string[]> {
  const rows: { type: string }[] = await manager.query('SELECT DISTINCT source_type AS type FROM reference ORDER BY 1');
  return rows.map(({ type }) => type);
}
