import type { JsonObject } from '@pipit/content-types';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Relation } from 'typeorm';
import { BulkOperation } from './bulk-operation.entity.js';

/** How one thing fared. */
export const BULK_ITEM_STATES = ['waiting', 'done', 'refused'] as const;
export type BulkItemState = (typeof BULK_ITEM_STATES)[number];

/** One of the many things of an operation. */
@Entity('bulk_item')
@Index(['operationId', 'state', 'position'])
@Check('bulk_item_state', `state IN ('waiting', 'done', 'refused')`)
export class BulkItem {
  @ManyToOne(() => BulkOperation, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'operation_id' })
  operation!: Relation<BulkOperation>;
  @PrimaryColumn('uuid') operationId!: string;
  /** From 0; they are done in this order. */
  @PrimaryColumn('integer') position!: number;
  /** Id of the thing, as its kind writes it. */
  @Column('text') subject!: string;
  /** What it was called when the operation was asked for. */
  @Column('text') title!: string;
  @Column('varchar', { length: 20 }) state!: BulkItemState;
  /** Why it was refused: problem details (RFC 9457). */
  @Column('jsonb', { nullable: true }) problem!: JsonObject | null;
}
