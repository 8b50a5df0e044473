import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event written in the transaction that caused it; listeners are told after the commit, at least once. */
@Entity('outbox_event')
export class OutboxEvent {
  /** UUIDv7; listeners use it to recognise a repeated delivery. */
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('jsonb') payload!: Record<string, unknown>;
  @Index()
  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
