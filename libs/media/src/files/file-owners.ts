import { Injectable } from '@nestjs/common';
import { JobHandler, Storage } from '@pipit/kernel';
import { DataSource, type EntityManager } from 'typeorm';

/** The job that removes files whose rows are gone. */
export const REMOVE_FILES = 'media:remove-files';

/** Knows which files belong to a row, and removes those that belong to none. */
@Injectable()
export class FileOwners {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: Storage,
  ) {}

  /** Keys among these that some image, document or rendition has. An imported file may have several owners. */
  async owned(manager: EntityManager, keys: readonly string[]): Promise<Set<string>> {
    const rows: { file_key: string }[] = await manager.query(
      `SELECT file_key FROM image WHERE file_key = ANY($1::text[])
       UNION SELECT file_key FROM document WHERE file_key = ANY($1::text[])
       UNION SELECT file_key FROM media_file_version WHERE file_key = ANY($1::text[])
       UNION SELECT file_key FROM rendition WHERE file_key = ANY($1::text[])`,
      [keys],
    );
    return new Set(rows.map((row) => row.file_key));
  }

  /** Removes files unless a row has them. Runs after the transaction that dropped the rows, and again if it fails. */
  @JobHandler(REMOVE_FILES)
  async removeUnowned({ keys }: { keys: readonly string[] }): Promise<void> {
    const owned = await this.owned(this.dataSource.manager, keys);
    for (const key of keys) if (!owned.has(key)) await this.storage.delete(key);
  }
}
