import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';

/** A file some row says the storage has. */
export interface OwnedFile {
  readonly key: string;
  /** Bytes, as the row says. */
  readonly size: number;
  /** SHA-256 noted when it was written; null for files from before there was such a note, and renditions. */
  readonly sha256: string | null;
  /** SHA-1 of what was uploaded; the same as what is stored but for drawings, which are cleaned. */
  readonly sha1: string | null;
  /** The rows that have it: `image 5`, `version 3 of document 7`. */
  readonly owners: string;
}

/** Rows whose file is known to be missing are no owners. */
const OWNED = `
  SELECT file_key AS key, file_size AS size, CASE WHEN mime_type <> 'image/svg+xml' THEN file_hash END AS sha1,
         'image ' || id AS owner FROM image WHERE file_state <> 'missing'
  UNION ALL SELECT file_key, file_size, file_hash, 'document ' || id FROM document WHERE file_state <> 'missing'
  UNION ALL SELECT file_key, file_size, CASE WHEN mime_type <> 'image/svg+xml' THEN file_hash END,
         'version ' || id || ' of ' || coalesce('image ' || image_id, 'document ' || document_id) FROM media_file_version
  UNION ALL SELECT file_key, file_size, NULL, 'rendition ' || id FROM rendition WHERE file_size IS NOT NULL`;

/** Lists what the storage has to hold, by key. */
@Injectable()
export class OwnedFiles {
  /** The next files behind this key, in the order of keys. */
  async after(ctx: Ctx, key: string, limit: number): Promise<OwnedFile[]> {
    const rows: (Omit<OwnedFile, 'size'> & { size: string })[] = await ctx.manager.query(
      `SELECT owned.key COLLATE "C" AS key, max(owned.size) AS size, min(owned.sha1) AS sha1, min(stored.sha256) AS sha256,
              string_agg(owned.owner, ', ' ORDER BY owned.owner) AS owners
         FROM (${OWNED}) owned LEFT JOIN media_stored_file stored ON stored.key = owned.key
        WHERE owned.key COLLATE "C" > $1 GROUP BY 1 ORDER BY 1 LIMIT $2`,
      [key, limit],
    );
    return rows.map((row) => ({ ...row, size: Number(row.size) }));
  }

  /** How many there are. */
  async count(ctx: Ctx): Promise<number> {
    const [row]: { count: string }[] = await ctx.manager.query(`SELECT count(DISTINCT key) FROM (${OWNED}) owned`);
    return Number(row?.count ?? 0);
  }
}
