import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import { Action, actorUserId, forbidden, invalid, newUuid, type WriteCtx } from '@pipit/kernel';
import { BulkKinds, type BulkSelection, type BulkSubject } from '../bulk-kinds.js';
import { BulkOperation } from '../bulk-operation.entity.js';
import { RUN_BULK } from '../run/run-bulk.js';

/** Things of one operation. */
export const MAX_SUBJECTS = 20_000;

/** What is to be done, and to what. */
export interface StartBulkInput {
  readonly kind: string;
  readonly selection: BulkSelection;
  readonly arguments: JsonObject;
}

/** Writes an operation down; it begins when this is committed. */
@Injectable()
export class StartBulk extends Action<StartBulkInput, { readonly id: string }> {
  constructor(private readonly kinds: BulkKinds) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: StartBulkInput): Promise<{ id: string }> {
    const userId = actorUserId(ctx.actor);
    if (userId === null) throw forbidden('Only people ask for operations on many things.');
    const kind = this.kinds.require(input.kind);
    const args = await kind.prepare(ctx, input.arguments);
    const subjects = await this.subjects(ctx, input, args);
    const operation = {
      id: newUuid(),
      kind: kind.name,
      arguments: args,
      userId,
      client: ctx.client,
      state: 'waiting' as const,
      total: subjects.length,
      createdAt: new Date(),
      workedAt: new Date(),
      finishedAt: null,
    };
    await ctx.manager.insert(BulkOperation, operation as never);
    await ctx.manager.query(
      `INSERT INTO bulk_item (operation_id, position, subject, title, state)
       SELECT $1, place - 1, subject, title, 'waiting'
         FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS s (subject, title, place)`,
      [operation.id, subjects.map(({ id }) => id), subjects.map(({ title }) => title)],
    );
    await ctx.enqueue(RUN_BULK, { operationId: operation.id });
    const label = `${kind.label}: ${subjects.length}`;
    const data = { kind: kind.name, total: subjects.length };
    ctx.record({ action: 'bulk.start', subject: { type: 'bulk', id: operation.id, label }, data });
    return { id: operation.id };
  }

  private async subjects(ctx: WriteCtx, input: StartBulkInput, args: JsonObject): Promise<readonly BulkSubject[]> {
    const path = input.selection.ids ? '/ids' : '/query';
    const subjects = await this.kinds.require(input.kind).select(ctx, input.selection, args, MAX_SUBJECTS + 1);
    if (subjects.length > MAX_SUBJECTS) {
      const message = `More than ${MAX_SUBJECTS} match. Narrow them down.`;
      throw invalid(message, [{ path, code: 'too_many', message }]);
    }
    if (subjects.length > 0) return subjects;
    const message = 'Nothing matches that you may see.';
    throw invalid(message, [{ path, code: 'nothing', message }]);
  }
}
