import type { JsonObject } from '@pipit/content-types';
import type { Client } from '@pipit/kernel';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** Where an operation stands. */
export const BULK_STATES = ['waiting', 'running', 'finished', 'cancelled'] as const;
export type BulkState = (typeof BULK_STATES)[number];

/** Something that is to be done to many things. */
@Entity('bulk_operation')
@Index(['userId', 'createdAt'])
@Index('bulk_operation_open', ['workedAt'], { where: `state IN ('waiting', 'running')` })
@Check('bulk_operation_state', `state IN ('waiting', 'running', 'finished', 'cancelled')`)
export class BulkOperation {
  /** Request id of all audit entries, too. */
  @PrimaryColumn('uuid') id!: string;
  /** Name of a registered kind, `page.publish`. */
  @Column('varchar', { length: 100 }) kind!: string;
  @Column('jsonb') arguments!: JsonObject;
  @ManyToOne('User', { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: unknown;
  /** Who asked, and with whose rights it is done. */
  @Column('integer') userId!: number;
  @Column('jsonb', { nullable: true }) client!: Client | null;
  @Column('varchar', { length: 20 }) state!: BulkState;
  @Column('integer') total!: number;
  @Column('timestamptz') createdAt!: Date;
  /** When the last thing was done, so that others notice when nobody works on it any more. */
  @Column('timestamptz') workedAt!: Date;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}
