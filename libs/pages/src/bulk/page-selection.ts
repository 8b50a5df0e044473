import { Injectable } from '@nestjs/common';
import { PickType } from '@nestjs/swagger';
import { DtoPipe } from '@pipit/access';
import type { BulkSelection, BulkSubject } from '@pipit/bulk';
import { MAX_ID, type JsonObject } from '@pipit/content-types';
import { Problem, badRequest, type Ctx } from '@pipit/kernel';
import { PageListQueryDto, parentIdOf, typesOf } from '../http/page-list-query.dto.js';
import { PageList, type PageListQuery } from '../queries/page-list.js';

/** What an operation takes beside the pages that are named. */
export interface PagesWanted {
  /** Also all pages below those. */
  readonly descendants?: boolean;
  /** Without pages below others of the selection: they go along with those. */
  readonly topsOnly?: boolean;
}

/** Finds the pages an operation on many is about: as lists show them, never more. */
@Injectable()
export class PageSelection {
  private readonly pipe = new DtoPipe();

  constructor(private readonly pages: PageList) {}

  async select(ctx: Ctx, selection: BulkSelection, wanted: PagesWanted, limit: number): Promise<BulkSubject[]> {
    const query = selection.ids ? { ids: idsIn(selection.ids) } : await this.queryOf(selection.query);
    const named = await this.found(ctx, query, limit);
    if (wanted.topsOnly) return this.tops(ctx, named);
    if (!wanted.descendants) return named;
    return this.found(ctx, { within: named.map(({ id }) => Number(id)) }, limit);
  }

  private async found(ctx: Ctx, query: Omit<PageListQuery, 'limit' | 'offset'>, limit: number): Promise<BulkSubject[]> {
    const { items } = await this.pages.list(ctx, { ...query, order: 'tree', limit, offset: 0 });
    return items.map(({ id, title }) => ({ id: String(id), title }));
  }

  private async tops(ctx: Ctx, subjects: readonly BulkSubject[]): Promise<BulkSubject[]> {
    const rows: { id: number }[] = await ctx.manager.query(
      `SELECT p.id FROM page p WHERE p.id = ANY($1::int[]) AND NOT EXISTS (
         SELECT FROM page a WHERE a.id = ANY($1::int[]) AND p.path > a.path AND p.path < left(a.path, -1) || '/')`,
      [subjects.map(({ id }) => Number(id))],
    );
    const tops = new Set(rows.map(({ id }) => String(id)));
    return subjects.filter(({ id }) => tops.has(id));
  }

  /** The filters of the pages' list, checked as there. */
  private async queryOf(given: JsonObject): Promise<Omit<PageListQuery, 'limit' | 'offset'>> {
    try {
      const query = (await this.pipe.transform(given, {
        type: 'query',
        metatype: BulkPageQueryDto,
      })) as BulkPageQueryDto;
      const { parent, q, type, state, locale } = query;
      const parentId = parentIdOf(parent);
      const chosen = { parentId, q, ...typesOf(type), state, locale };
      return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw badRequest(
        'The query has the wrong form.',
        error.errors.map((each) => ({ ...each, path: `/query${each.path}` })),
      );
    }
  }
}

/** Filters of the pages' list that say which pages, without those that say which part of the list. */
class BulkPageQueryDto extends PickType(PageListQueryDto, ['parent', 'q', 'type', 'state', 'locale']) {}

/** Ids of pages as operations name them; refuses what is none. */
export function idsIn(texts: readonly string[]): number[] {
  return texts.map((text) => {
    const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
    if (id > 0 && id <= MAX_ID) return id;
    const message = 'Ids of pages are whole numbers.';
    throw badRequest(message, [{ path: '/ids', code: 'ids', message }]);
  });
}
