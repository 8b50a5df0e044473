import { Injectable } from '@nestjs/common';
import { problemOf } from '@pipit/access';
import type { ContentType, JsonObject } from '@pipit/content-types';
import { invalid, type Ctx } from '@pipit/kernel';
import { RecordAccess } from '../record-access.js';
import { RecordListing } from '../list/record-listing.js';
import { parseKey, readKey } from '../record-key.js';
import type { RecordId, RecordSelection } from '../record-source.js';
import { BulkActions } from './bulk-actions.js';

/** Rows of one request. */
export const MAX_BULK = 10_000;

/** What is asked for: rows by their ids, or all that a list shows. */
export interface BulkWish {
  readonly action: string;
  readonly ids: readonly string[] | RecordSelection;
  readonly arguments: JsonObject;
}

/** How one row fared. */
export interface BulkResult {
  readonly id: RecordId;
  readonly ok: boolean;
  readonly problem?: Record<string, unknown>;
}

/** Performs an action on many rows, each in a transaction of its own: one that is refused does not keep the others. */
@Injectable()
export class RunBulk {
  constructor(
    private readonly access: RecordAccess,
    private readonly actions: BulkActions,
    private readonly listing: RecordListing,
  ) {}

  /** The results in the order of the rows. */
  async run(ctx: Ctx, type: ContentType, wish: BulkWish): Promise<BulkResult[]> {
    await this.access.requireView(ctx, type);
    const perform = await this.actions.require(ctx, type, wish.action, wish.arguments);
    const ids = await this.idsOf(ctx, type, wish.ids);
    const results: BulkResult[] = [];
    for (const id of ids) {
      try {
        await perform(ctx, id);
        results.push({ id, ok: true });
      } catch (error) {
        const problem = problemOf(error);
        // Nothing would go better with the next row.
        if (problem.status === 503) throw error;
        results.push({ id, ok: false, problem: problem.toJSON() });
      }
    }
    return results;
  }

  private async idsOf(ctx: Ctx, type: ContentType, wish: BulkWish['ids']): Promise<RecordId[]> {
    const key = ctx.manager.connection.getMetadata(type.target as never).primaryColumns[0]!;
    if (Array.isArray(wish)) {
      const texts = [...new Set(wish as readonly string[])];
      return texts.map((text) => parseKey(key, text) ?? text);
    }
    const { sql, values } = await this.listing.keys(ctx, type, wish as RecordSelection, MAX_BULK + 1);
    const rows: { key: unknown }[] = await ctx.manager.query(sql, [...values]);
    if (rows.length > MAX_BULK) {
      const message = `More than ${MAX_BULK} rows match. Narrow them down.`;
      throw invalid(message, [{ path: '/ids', code: 'too_many', message }]);
    }
    return rows.map((row) => readKey(key, row.key));
  }
}
