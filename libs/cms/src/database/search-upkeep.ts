import { Injectable } from '@nestjs/common';
import { systemCtx } from '@pipit/kernel';
import { SearchIndexing } from '@pipit/search';
import { DataSource } from 'typeorm';

/** Somebody published while a batch was read: it is read again. */
const CHANGED_MEANWHILE = '40001';
const ATTEMPTS = 5;

/** Keeps the search index right where no transaction does: after an upgrade, or a change of what fields say. */
@Injectable()
export class SearchUpkeep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly indexing: SearchIndexing,
  ) {}

  /**
   * Indexes everything anew while the site is in use, batch by batch; `advance` is told each type and how many of
   * its subjects are done.
   */
  async rebuild(advance: (type: string, done: number) => void = () => undefined): Promise<void> {
    for (const type of this.indexing.types) {
      let done = 0;
      for (let step = await this.batch(type, 0); step; step = await this.batch(type, step.last)) {
        done += step.subjects;
        advance(type, done);
      }
    }
  }

  private async batch(type: string, after: number, attempt = 1): Promise<{ subjects: number; last: number } | null> {
    try {
      return await this.dataSource.transaction('REPEATABLE READ', (manager) =>
        this.indexing.refreshAfter(systemCtx(manager, 'search:rebuild'), type, after),
      );
    } catch (error) {
      if ((error as { code?: unknown }).code !== CHANGED_MEANWHILE || attempt === ATTEMPTS) throw error;
      return this.batch(type, after, attempt + 1);
    }
  }
}
