import { Injectable } from '@nestjs/common';
import { isWriteCtx, type Ctx } from '@pipit/kernel';
import { SearchIndex, type SearchSubject, type SubjectDocument } from './search-index.js';
import type { SearchSource } from './search-source.js';

/** Subjects read and written at a time by a rebuild. */
const BATCH = 200;

/** Subjects of one type. */
interface Changed {
  readonly type: string;
  readonly ids: readonly number[];
}

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
    if (!this.sources.has(type) || ids.length === 0) return;
    if (isWriteCtx(ctx)) await ctx.batch(this.refreshAll, { type, ids });
    else await this.refreshSome(ctx, type, ids);
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

  private readonly refreshAll = async (ctx: Ctx, changed: readonly Changed[]): Promise<void> => {
    for (const type of new Set(changed.map((each) => each.type))) {
      const ids = [...new Set(changed.flatMap((each) => (each.type === type ? each.ids : [])))];
      for (let start = 0; start < ids.length; start += BATCH)
        await this.refreshSome(ctx, type, ids.slice(start, start + BATCH));
    }
  };

  private async refreshSome(ctx: Ctx, type: string, ids: readonly number[]): Promise<void> {
    const documents = (await this.sources.get(type)?.documents(ctx, ids)) ?? new Map<number, never>();
    const found: SubjectDocument[] = [];
    const gone: SearchSubject[] = [];
    for (const id of ids) {
      const document = documents.get(id);
      if (document) found.push({ subject: { type, id }, document });
      else gone.push({ type, id });
    }
    await this.index.replace(ctx, found);
    await this.index.forget(ctx, gone);
  }
}
