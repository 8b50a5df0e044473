import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@pipit/content-types';
import { actorUserId, notFound, type Ctx, type Paged, type Paging } from '@pipit/kernel';
import { BulkItem, type BulkItemState } from '../bulk-item.entity.js';
import { BulkKinds } from '../bulk-kinds.js';
import type { BulkState } from '../bulk-operation.entity.js';

/** An operation and how far it is. */
export interface BulkProgress {
  readonly id: string;
  readonly kind: string;
  /** “Publish pages” */
  readonly label: string;
  readonly arguments: JsonObject;
  readonly state: BulkState;
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly user: { readonly id: number; readonly name: string };
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** How one thing fared. */
export interface BulkResult {
  readonly id: string;
  readonly title: string;
  readonly state: BulkItemState;
  readonly problem: JsonObject | null;
}

type OperationRow = Omit<BulkProgress, 'label' | 'user'> & { readonly userId: number; readonly userName: string };

/** What was asked for and how it goes: one's own operations, for administrators everybody's. */
@Injectable()
export class BulkOperations {
  constructor(private readonly kinds: BulkKinds) {}

  /** The operations, latest first. */
  async list(ctx: Ctx, { limit, offset }: Paging): Promise<Paged<BulkProgress>> {
    const mine = this.mine(ctx);
    const [counted]: { total: number }[] = await ctx.manager.query(
      `SELECT count(*)::int AS total FROM bulk_operation o WHERE $1::int IS NULL OR o.user_id = $1`,
      [mine],
    );
    const rows = await this.select(ctx, 'ORDER BY o.created_at DESC, o.id LIMIT $3 OFFSET $4', [
      mine,
      null,
      limit,
      offset,
    ]);
    return { total: counted!.total, items: rows.map((row) => this.print(row)) };
  }

  /** One operation. Those of others are answered like absent ones. */
  async get(ctx: Ctx, id: string): Promise<BulkProgress> {
    const [row] = await this.select(ctx, '', [this.mine(ctx), id]);
    if (!row) throw notFound('There is no such operation of yours.');
    return this.print(row);
  }

  /** How the things fared, in the order they are done. */
  async results(ctx: Ctx, id: string, paging: Paging, state?: BulkItemState): Promise<Paged<BulkResult>> {
    await this.get(ctx, id);
    const [items, total] = await ctx.manager.findAndCount(BulkItem, {
      where: { operationId: id, ...(state ? { state } : {}) },
      order: { position: 'ASC' },
      take: paging.limit,
      skip: paging.offset,
    });
    return {
      total,
      items: items.map(({ subject, title, state: how, problem }) => ({ id: subject, title, state: how, problem })),
    };
  }

  /** Whose operations may be seen; null for all. */
  private mine({ actor }: Ctx): number | null {
    const seesAll = actor.kind === 'system' || (actor.kind === 'user' && actor.isAdministrator);
    return seesAll ? null : (actorUserId(actor) ?? 0);
  }

  private select(ctx: Ctx, end: string, params: unknown[]): Promise<OperationRow[]> {
    return ctx.manager.query(
      `SELECT o.id, o.kind, o.arguments, o.state, o.total, o.created_at AS "createdAt", o.finished_at AS "finishedAt",
              u.id AS "userId", u.name AS "userName",
              (SELECT count(*)::int FROM bulk_item i WHERE i.operation_id = o.id AND i.state = 'done') AS done,
              (SELECT count(*)::int FROM bulk_item i WHERE i.operation_id = o.id AND i.state = 'refused') AS refused
         FROM bulk_operation o JOIN user_account u ON u.id = o.user_id
        WHERE ($1::int IS NULL OR o.user_id = $1) AND ($2::uuid IS NULL OR o.id = $2) ${end}`,
      params,
    );
  }

  private print({ userId, userName, ...row }: OperationRow): BulkProgress {
    return { ...row, label: this.kinds.find(row.kind)?.label ?? row.kind, user: { id: userId, name: userName } };
  }
}
