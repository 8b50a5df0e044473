import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { idsOfTable, SearchIndexing, type SearchDocument, type SearchSource } from '@pipit/search';

interface FoundFile {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

/** What counts of a long text; Postgres keeps no more words of it. */
const INDEXED_CHARS = 100_000;

/** Images are found by title and description, documents by what was found in their files too. */
const QUERIES = {
  image: `SELECT id, title, description, '' AS text FROM image WHERE id = ANY($1) AND deleted_at IS NULL`,
  document: `SELECT d.id, d.title, d.description, left(coalesce(t.text, ''), ${INDEXED_CHARS}) AS text
       FROM document d LEFT JOIN document_text t ON t.document_id = d.id
      WHERE d.id = ANY($1) AND d.deleted_at IS NULL`,
} as const;

/** Lets readers find images and documents. Whether they may see them is asked when they search. */
@Injectable()
export class MediaSearchSources implements OnModuleInit {
  constructor(private readonly indexing: SearchIndexing) {}

  onModuleInit(): void {
    this.indexing.register(sourceOf('image'));
    this.indexing.register(sourceOf('document'));
  }
}

function sourceOf(type: keyof typeof QUERIES): SearchSource {
  return {
    type,
    async documents(ctx: Ctx, ids: readonly number[]): Promise<Map<number, SearchDocument>> {
      const files: FoundFile[] = await ctx.manager.query(QUERIES[type], [ids]);
      return new Map(
        files.map(({ id, title, description, text }) => [
          id,
          { locale: null, title, parts: [description, text].filter(Boolean).map((part) => ({ text: part, boost: 1 })) },
        ]),
      );
    },
    idsAfter: (ctx, after, limit) => idsOfTable(ctx, type, after, limit),
  };
}
