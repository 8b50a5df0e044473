import { Inject, Injectable, Logger } from '@nestjs/common';
import { JobHandler, ObjectMissing, Storage, systemCtx, type WriteCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { DataSource, type EntityManager } from 'typeorm';
import { Document } from '../document.entity.js';
import { withSpooledFile } from '../files/spool.js';
import { MEDIA_OPTIONS, type MediaOptions } from '../media-options.js';
import { readerFor, readFile, type FileReading } from './read-file.js';

const READ_DOCUMENT = 'media:read-document';

/** Larger ones are not looked into. */
const MAX_BYTES = 200 * 1024 * 1024;
/** What of a text is searched for words; Postgres keeps no more of them. */
const INDEXED_CHARS = 100_000;

/** Looks into the files of documents after they were stored: for words to be found by, for how long they play. */
@Injectable()
export class ReadDocument {
  private readonly logger = new Logger(ReadDocument.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
    private readonly search: SearchIndexing,
    @Inject(MEDIA_OPTIONS) private readonly options: MediaOptions,
  ) {}

  /** Asks for it, when there may be something to find. */
  async later(ctx: WriteCtx, { id, mimeType, fileName }: Document): Promise<void> {
    if (readerFor(mimeType, fileName))
      await ctx.enqueue(READ_DOCUMENT, { id }, { key: `${READ_DOCUMENT}:${id}`, maxAttempts: 5 }); // prettier-ignore
    else await ctx.manager.query('DELETE FROM document_text WHERE document_id = $1', [id]);
  }

  /** Again and again for one document does no harm. A file that cannot be read is noted, and that is that. */
  @JobHandler(READ_DOCUMENT)
  async read({ id }: { readonly id: number }): Promise<void> {
    const document = await this.dataSource.manager.findOneBy(Document, { id });
    const as = document && readerFor(document.mimeType, document.fileName);
    if (!document || !as || document.fileSize > MAX_BYTES) return;
    try {
      const source = await this.storage.read(document.fileKey);
      const limits = { maxBytes: MAX_BYTES, folder: this.options.uploadFolder };
      const found = await withSpooledFile(source, limits, ({ path }) =>
        readFile(path, as, this.options.readingLimits).catch((error: unknown) => failureOf(error)),
      );
      await this.keep(document, found);
    } catch (error) {
      if (!(error instanceof ObjectMissing)) throw error;
    }
  }

  /** Ids of documents nobody has looked into, ascending, from the first above `after`: imported ones, for instance. */
  async unread(after: number, limit: number): Promise<number[]> {
    const rows: { id: number }[] = await this.dataSource.query(
      `SELECT d.id FROM document d LEFT JOIN document_text t ON t.document_id = d.id AND t.file_hash = d.file_hash
        WHERE t.document_id IS NULL AND d.id > $1 ORDER BY d.id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  private async keep(document: Document, found: FileReading | { readonly failure: string }): Promise<void> {
    const failure = 'failure' in found ? found.failure : null;
    if (failure !== null) this.logger.debug(`Document ${document.id} could not be looked into: ${failure}`);
    await this.dataSource.transaction(async (manager) => {
      if (!(await hasStillThatFile(manager, document))) return;
      const { text = '', duration = null, width = null, height = null } = 'failure' in found ? {} : found;
      await manager.query(
        `INSERT INTO document_text (document_id, file_hash, text, words, failure)
         VALUES ($1, $2, $3, to_tsvector('simple', left($3, ${INDEXED_CHARS})), $4)
         ON CONFLICT (document_id) DO UPDATE SET file_hash = excluded.file_hash, text = excluded.text,
           words = excluded.words, failure = excluded.failure`,
        [document.id, document.fileHash, text, failure],
      );
      await manager.query('UPDATE document SET duration = $2, width = $3, height = $4 WHERE id = $1', [
        document.id,
        duration,
        width,
        height,
      ]);
      await this.search.refresh(systemCtx(manager, 'documents'), 'document', [document.id]);
    });
  }
}

/** The row is locked: whoever replaces the file meanwhile has it read anew. */
async function hasStillThatFile(manager: EntityManager, { id, fileHash }: Document): Promise<boolean> {
  const rows = await manager.query('SELECT 1 FROM document WHERE id = $1 AND file_hash = $2 FOR UPDATE', [id, fileHash]); // prettier-ignore
  return (rows as unknown[]).length > 0;
}

function failureOf(error: unknown): { readonly failure: string } {
  return { failure: (error instanceof Error ? error.message : String(error)).slice(0, 500) };
}
