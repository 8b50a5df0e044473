import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Policy } from '@pipit/access';
import type { EntityId, PlacedReference } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { ReferenceIndex, SourceReaders, type SourceName, type SourceReader } from '@pipit/references';
import type { Document } from '../document.entity.js';

/** Whoever may do one of these with a document knows of it. */
const SEEN_WITH = ['document.choose', 'document.edit', 'document.delete'];

/** What documents point at, their posters and captions, and who may know of it. */
@Injectable()
export class DocumentSources implements SourceReader, OnModuleInit {
  constructor(
    private readonly readers: SourceReaders,
    private readonly references: ReferenceIndex,
    private readonly policy: Policy,
  ) {}

  onModuleInit(): void {
    this.readers.register(this);
  }

  /** Says anew what a document points at. */
  async index(ctx: Ctx, document: Pick<Document, 'id' | 'posterId' | 'captions'>): Promise<void> {
    const all = referencesOf(document);
    await this.references.replace(ctx, { type: 'document', id: document.id }, { live: all, draft: all });
  }

  /** Says anew what all documents point at. Answers how many do. */
  async indexAll({ manager }: Pick<Ctx, 'manager'>): Promise<number> {
    const rows: { sources: number }[] = await manager.query(
      `WITH gone AS (DELETE FROM reference WHERE source_type = 'document'), made AS (
         INSERT INTO reference (source_type, source_id, target_type, target_id, pointer, live, draft)
         SELECT 'document', d.id, 'image', d.poster_id, '/posterId', true, true
           FROM document d WHERE d.poster_id IS NOT NULL
         UNION ALL
         SELECT 'document', d.id, 'document', (c.caption->>'documentId')::int,
                '/captions/' || c.place - 1 || '/documentId', true, true
           FROM document d, jsonb_array_elements(d.captions) WITH ORDINALITY c (caption, place)
         RETURNING source_id)
       SELECT count(DISTINCT source_id)::int AS sources FROM made`,
    );
    return rows[0]?.sources ?? 0;
  }

  handles(type: string): boolean {
    return type === 'document';
  }

  async visible(ctx: Ctx, _type: string, params: unknown[]): Promise<string> {
    const mark = params.length;
    const seen: string[] = [];
    for (const permission of SEEN_WITH) {
      seen.push(await this.policy.predicate(ctx, permission, { kind: 'collection', alias: 'c' }, params));
    }
    if (seen.includes('TRUE')) {
      // Postgres refuses parameters that do not occur in the statement.
      params.length = mark;
      return 'TRUE';
    }
    return `EXISTS (SELECT FROM document d JOIN collection c ON c.id = d.collection_id
                     WHERE d.id = use.source_id AND (${seen.join(' OR ')}))`;
  }

  async names(ctx: Ctx, _type: string, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, SourceName>> {
    const rows: { id: number; title: string; inTrash: boolean }[] = await ctx.manager.query(
      `SELECT id, title, deleted_at IS NOT NULL AS "inTrash" FROM document WHERE id = ANY($1::int[])`,
      [ids],
    );
    return new Map(rows.map(({ id, title, inTrash }) => [id, { title, inTrash }]));
  }
}

function referencesOf({ posterId, captions }: Pick<Document, 'posterId' | 'captions'>): PlacedReference[] {
  return [
    ...(posterId === null ? [] : [{ targetType: 'image', id: posterId, pointer: '/posterId' }]),
    ...captions.map(({ documentId }, at) => ({
      targetType: 'document',
      id: documentId,
      pointer: `/captions/${at}/documentId`,
    })),
  ];
}
