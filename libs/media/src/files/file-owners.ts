import { Injectable } from '@nestjs/common';
import { JobHandler, Storage } from '@pipit/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { lockKey } from '../storage/key-lock.js';
import { StoredFile } from '../storage/stored-file.entity.js';

/** The job that removes files whose rows are gone. */
export const REMOVE_FILES = 'media:remove-files';

/** Knows which files belong to a row, and removes those that belong to none. */
@Injectable()
export class FileOwners {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
  ) {}

  /** Keys among these that some image, document, rendition or upload has. An imported file may have several owners. */
  async owned(manager: EntityManager, keys: readonly string[]): Promise<Set<string>> {
    const rows: { file_key: string }[] = await manager.query(
      `SELECT file_key FROM image WHERE file_key = ANY($1::text[])
       UNION SELECT file_key FROM document WHERE file_key = ANY($1::text[])
       UNION SELECT file_key FROM media_file_version WHERE file_key = ANY($1::text[])
       UNION SELECT file_key FROM rendition WHERE file_key = ANY($1::text[]) AND file_size IS NOT NULL
       UNION SELECT part ->> 'key' FROM media_upload, jsonb_array_elements(parts) part WHERE part ->> 'key' = ANY($1::text[])
       UNION SELECT 'uploads/' || id || '/direct' FROM media_upload WHERE is_direct AND 'uploads/' || id || '/direct' = ANY($1::text[])`,
      [keys],
    );
    return new Set(rows.map((row) => row.file_key));
  }

  /** Removes files unless a row has them. Runs after the transaction that dropped the rows, and again if it fails. */
  @JobHandler(REMOVE_FILES)
  async removeUnowned({ keys }: { keys: readonly string[] }): Promise<void> {
    const owned = await this.owned(this.dataSource.manager, keys);
    for (const key of keys) if (!owned.has(key)) await this.removeOne(key);
  }

  /** Whoever is about to share the file comes first, and then it is owned. */
  private removeOne(key: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await lockKey(manager, key);
      if ((await this.owned(manager, [key])).has(key)) return;
      await this.storage.delete(key);
      await manager.delete(StoredFile, { key });
    });
  }
}
