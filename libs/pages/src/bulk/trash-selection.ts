import { Injectable } from '@nestjs/common';
import type { BulkSelection, BulkSubject } from '@pipit/bulk';
import { badRequest, type Ctx } from '@pipit/kernel';
import { TrashList } from '../trash/trash-list.js';
import { idsIn } from './page-selection.js';

/** Finds what of the trash an operation is about: as the trash shows it, never more. */
@Injectable()
export class TrashSelection {
  constructor(private readonly trash: TrashList) {}

  async select(ctx: Ctx, selection: BulkSelection, limit: number): Promise<BulkSubject[]> {
    const query = selection.ids ? { ids: idsIn(selection.ids) } : wordsOf(selection.query);
    const { items } = await this.trash.list(ctx, { ...query, limit, offset: 0 });
    const titles = new Map(items.map(({ id, title }) => [id, title]));
    // As they stood beside each other, so that they come to stand so again.
    const rows: { id: number }[] = await ctx.manager.query(
      `SELECT page_id AS id FROM trash_entry WHERE page_id = ANY($1::int[])
        ORDER BY former_parent_id, former_sort_key COLLATE "C", page_id`,
      [[...titles.keys()]],
    );
    return rows.map(({ id }) => ({ id: String(id), title: titles.get(id) ?? '' }));
  }
}

function wordsOf({ q, ...rest }: { readonly q?: unknown }): { q?: string } {
  const [strange] = Object.keys(rest);
  const path = strange !== undefined ? `/query/${strange}` : '/query/q';
  if (strange === undefined && (q === undefined || typeof q === 'string')) return q === undefined ? {} : { q };
  throw badRequest('The query has the wrong form.', [
    { path, code: 'wrong', message: 'The trash is searched by “q”.' },
  ]);
}
