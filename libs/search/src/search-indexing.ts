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

  /** The types of subjects there are sources for. */
  get types(): readonly string[] {
    return [...this.sources.keys()];
  }

  /** Indexes everything anew; `advance` is told how many subjects were done. */
  async rebuild(ctx: Ctx, advance: (subjects: number) => void = () => undefined): Promise<void> {
    for (const type of this.types) {
      for (let done = await this.refreshAfter(ctx, type, 0); done; done = await this.refreshAfter(ctx, type, done.last))
        advance(done.subjects);
    }
  }

  /** Indexes the next subjects of a type anew, those after an id; null when there are none. */
  async refreshAfter(ctx: Ctx, type: string, after: number): Promise<{ subjects: number; last: number } | null> {
    const ids = (await this.sources.get(type)?.idsAfter(ctx, after, BATCH)) ?? [];
    if (ids.length === 0) return null;
    await this.refresh(ctx, type, ids);
    return { subjects: ids.length, last: ids.at(-1) as number };
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
