import { Injectable } from '@nestjs/common';
import type { ContentType, JsonObject } from '@pipit/content-types';
import type { WriteCtx } from '@pipit/kernel';
import { ContentStore, notePublication } from '@pipit/revisions';
import { lockSnippet } from '../queries/snippet-rows.js';
import { columnValues, hasDrafts, newRow, type SnippetRow } from '../snippet-row.js';

/**
 * Writes a draft into the row that readers see, as publishing would, in a transaction that is taken back: previews read
 * it with what prints the live row. Nothing is checked, recorded or told; hooks do not run. Who may is asked before.
 */
@Injectable()
export class SnippetStaging {
  constructor(private readonly store: ContentStore) {}

  /** Shows the values in the place of an existing row. */
  async show(ctx: WriteCtx, type: ContentType, id: number, fields: JsonObject): Promise<void> {
    await this.goLive(ctx, type, await lockSnippet(ctx, type, id), fields);
  }

  /** Shows the values as a new row; the id is taken from the sequence before, so that it is nobody else's. */
  async showNew(ctx: WriteCtx, type: ContentType, id: number, fields: JsonObject): Promise<void> {
    await this.goLive(ctx, type, newRow(type, id), fields);
  }

  private async goLive(ctx: WriteCtx, type: ContentType, row: SnippetRow, fields: JsonObject): Promise<void> {
    if (hasDrafts(type, row)) notePublication(row, new Date());
    await this.store.write(ctx, type.target, row.id, fields, columnValues(type, row));
  }
}
