import { Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { SearchIndex, type SearchSubject } from './search-index.js';
import type { SearchSource } from './search-source.js';

/** Subjects read and written at a time by a rebuild. */
const BATCH = 200;

/** Keeps the index in step with what readers see. Libs register their sources and call {@link refresh}. */
@Injectable()
export class SearchIndexing {
  private readonly sources = new Map<string, SearchSource>();

  constructor(private readonly index: SearchIndex) {}

  /** Makes a lib's subjects findable; called while modules start. */
  register(source: SearchSource): void {
    this.sources.set(source.type, source);
  }

  /** Indexes subjects anew after a change, in its transaction; what readers see no longer is forgotten. */
  async refresh(ctx: Ctx, type: string, ids: readonly number[]): Promise<void> {
    const source = this.sources.get(type);
    if (!source || ids.length === 0) return;
    const documents = await source.documents(ctx, ids);
    const gone: SearchSubject[] = [];
    for (const id of ids) {
      const document = documents.get(id);
      if (document) await this.index.replace(ctx, { type, id }, document);
      else gone.push({ type, id });
    }
    await this.index.forget(ctx, gone);
  }

  /** Indexes everything anew; `advance` is told how many subjects were done. */
  async rebuild(ctx: Ctx, advance: (subjects: number) => void = () => undefined): Promise<void> {
    for (const source of this.sources.values()) {
      for (let ids = await source.idsAfter(ctx, 0, BATCH); ids.length > 0;) {
        await this.refresh(ctx, source.type, ids);
        advance(ids.length);
        ids = await source.idsAfter(ctx, ids.at(-1) as number, BATCH);
      }
    }
  }
}
