import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A request somebody may send again without its being done twice, and what it was answered. Kept for a day. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('integer') userId!: number;
  @PrimaryColumn('varchar', { length: 255 }) key!: string;
  @Column('varchar', { length: 10 }) method!: string;
  /** Path and query. */
  @Column('text') path!: string;
  /** Salted, because bodies may hold what is not to be guessed from their hash. */
  @Column('varchar', { length: 64 }) bodyHash!: string;
  @Column('uuid') salt!: string;
  /** Which attempt is at work: a former one that was given up may not commit any more. */
  @Index({ unique: true })
  @Column('uuid')
  run!: string;
  @Index()
  @Column('timestamptz')
  startedAt!: Date;
  /** The process at work says that it is still there. */
  @Column('timestamptz') seenAt!: Date;
  /** A transaction of the request has committed. */
  @Column('boolean', { default: false }) isDone!: boolean;
  /** Null until there is an answer. */
  @Column('integer', { nullable: true }) status!: number | null;
  /** JSON; null for answers without a body. */
  @Column('text', { nullable: true }) answer!: string | null;
}
